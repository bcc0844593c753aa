"""No figures about single members of staff (§ 87 Abs. 1 Nr. 6 BetrVG): nothing is counted, added up or grouped by one.

Looked for in the source: querysets that group by a column naming staff, counts hung on users or memberships, SQL,
counters and templates that do the same. A list of cases may name who looks after each; a figure may not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

WIR = Path(__file__).parent.parent / "wir"
SOURCES = sorted(
    path for path in WIR.rglob("*.py") if not {"tests", "migrations", "bench", "demo"} & set(path.parts)
)
TEMPLATES = sorted(WIR.rglob("templates/**/*.html"))
PEOPLE_WHO_WORK = {"User", "Membership"}
FIGURES = {"Count", "Sum", "Avg", "Max", "Min"}
ALSO_STAFF = {"actor", "actor_id"}
"""Columns of the audit and read log."""


def _names_of_staff() -> frozenset[str]:
    """Return the columns that name a member of staff: keys to users, and ids ending in ``_by``."""
    names = set(ALSO_STAFF)
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not isinstance(field, models.Field) or not model.__module__.startswith("wir."):
                continue
            if field.related_model is get_user_model():
                names |= {field.name, f"{field.name}_id"}
            elif isinstance(field, models.UUIDField) and field.name.endswith("_by"):
                names.add(field.name)
    return frozenset(names)


STAFF = _names_of_staff()


def figures_in_python(source: str) -> list[int]:
    """Return the lines on which something is grouped or counted by a member of staff."""
    return sorted(
        {
            node.lineno
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.expr) and _is_figure(node)
        }
    )


def _is_figure(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and _groups_in_sql(node.value)
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name) and node.func.id == "Counter":
        return bool({part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)} & STAFF)
    if isinstance(node.func, ast.Attribute) and node.func.attr in {"annotate", "aggregate"}:
        return _grouped_by_staff(node.func.value) or (_counts(node) and _about_staff(node.func.value))
    return False


def _grouped_by_staff(chain: ast.expr) -> bool:
    return any(
        STAFF & set(str(argument.value).split("__"))
        for call in _calls(chain)
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"values", "values_list"}
        for argument in call.args
        if isinstance(argument, ast.Constant)
    )


def _counts(call: ast.Call) -> bool:
    return any(
        isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in FIGURES
        for part in ast.walk(call)
        if part is not call
    )


def _about_staff(chain: ast.expr) -> bool:
    return any(isinstance(part, ast.Name) and part.id in PEOPLE_WHO_WORK for part in ast.walk(chain))


def _calls(chain: ast.expr) -> Iterator[ast.Call]:
    while isinstance(chain, ast.Call | ast.Attribute):
        if isinstance(chain, ast.Call):
            yield chain
            chain = chain.func
        else:
            chain = chain.value


def _groups_in_sql(text: str) -> bool:
    grouped = re.findall(r"group\s+by\s+([\w\s.,\"]+)", text, re.IGNORECASE)
    return any(STAFF & set(re.findall(r"\w+", columns)) for columns in grouped)


def figures_in_template(source: str) -> bool:
    """Return whether a template groups rows by a member of staff."""
    grouped = re.findall(r"{%\s*regroup\s+\S+\s+by\s+(\S+)", source)
    return any(STAFF & set(name.split(".")) for name in grouped)


def test_the_columns_that_name_staff_are_known() -> None:
    assert {"advisor", "advisor_id", "assignee", "user_id", "grantee", "logged_by", "decided_by"} <= STAFF


def test_no_figure_about_a_member_of_staff() -> None:
    found = {path.relative_to(WIR).as_posix(): figures_in_python(path.read_text()) for path in SOURCES}

    assert len(found) > 200
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_no_template_groups_by_a_member_of_staff() -> None:
    found = [path.relative_to(WIR).as_posix() for path in TEMPLATES if figures_in_template(path.read_text())]

    assert len(TEMPLATES) > 50
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        'Stay.objects.filter(network_id=x).values("advisor").annotate(number=Count("pk"))',
        'Contact.objects.values_list("stay__advisor_id").order_by().annotate(Sum("minutes"))',
        'User.objects.filter(is_active=True).annotate(cases=Count("stays"))',
        'cursor.execute("select advisor_id, count(*) from counselling_stay group by advisor_id")',
        "Counter(stay.advisor_id for stay in stays)",
    ],
)
def test_the_search_finds_what_is_forbidden(source: str) -> None:
    assert figures_in_python(source) == [1]


def test_the_search_leaves_lists_of_cases_alone() -> None:
    assert figures_in_python('Stay.objects.filter(advisor=x).values("project").annotate(n=Count("pk"))') == []
    assert figures_in_python('Stay.objects.values("advisor__name", "entered_on")') == []
    assert figures_in_template("{% regroup stays by advisor as groups %}")
    assert not figures_in_template("{% regroup stays by project as groups %}")
