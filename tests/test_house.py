"""What the linters cannot say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import grimp
import pghistory.models
import pytest
from django.apps import apps

ROOT = Path(__file__).parent.parent
WIR = ROOT / "wir"
VIEWS = sorted([*WIR.rglob("views.py"), *WIR.rglob("views/*.py")])
SHARED_FLOORS = {"rules", "events", "models", "queries", "actions"}
ASSEMBLING = {"cli", "config"}
"""These two put the house together, so they reach every floor."""
ACTIONS = sorted([*WIR.rglob("actions.py"), *WIR.rglob("actions/*.py")])
TEXT_FILES = [
    path
    for path in ROOT.rglob("*")
    if path.is_file()
    and not any(part.startswith(".") and part != ".ci" for part in path.relative_to(ROOT).parts[:-1])
    and not set(path.relative_to(ROOT).parts) & {"build", "node_modules", "__pycache__"}
    and path.suffix in {".py", ".md", ".toml", ".txt", ".json", ".html", ".css", ".js", ".po", ".csv", ""}
    and path.name != ".git"  # a checkout beside another one names its place there
]


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.relative_to(WIR).as_posix())
def test_views_read_only_what_the_user_may_see(path: Path) -> None:
    """Views go through ``queries`` and ``visible_to``, never straight to ``Model.objects``."""
    direct = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager"}
    ]

    assert not direct, f"{path.name} reads past the access check on lines {direct}"


def test_apps_keep_out_of_each_others_pages() -> None:
    """From another app, take its rules, events, models, queries and actions; never its views or forms."""
    graph = grimp.build_graph("wir", cache_dir=None)
    trespasses = [
        f"{importer} -> {imported}"
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if _trespasses(importer.split("."), imported.split("."))
    ]

    assert not trespasses


def _trespasses(importer: list[str], imported: list[str]) -> bool:
    if (
        len(imported) < 3
        or len(importer) < 2
        or imported[1] in {importer[1], "kit"}
        or importer[1] in ASSEMBLING
    ):
        return False
    return imported[2] not in SHARED_FLOORS | ({"tests"} if "tests" in importer else set())


def test_the_glossary_explains_every_model() -> None:
    """One word for one thing: what the code names, the glossary translates and defines."""
    text = (ROOT / "docs" / "glossary.md").read_text()
    explained = set(re.findall(r"^\| `([A-Z]\w+)` \|", text, re.MULTILINE))
    ours = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("wir.") and not issubclass(model, pghistory.models.Event)
    }

    assert ours <= explained, f"not in docs/glossary.md: {sorted(ours - explained)}"
    assert explained <= ours, f"explained but gone: {sorted(explained - ours)}"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda path: path.relative_to(WIR).as_posix())
def test_an_action_takes_its_actor_by_keyword_and_runs_in_one_transaction(action: Path) -> None:
    """A public function of ``actions`` that takes an actor is atomic and keyword-only."""
    tree = ast.parse(action.read_text())
    faults = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and any(argument.arg == "actor" for argument in node.args.kwonlyargs + node.args.args)
        and (node.args.args or not any("atomic" in ast.unparse(mark) for mark in node.decorator_list))
        and node.name != "record"
    ]

    assert not faults


def test_no_file_names_a_package_index_or_a_path_of_a_machine() -> None:
    """Lock files and sources work wherever they are unpacked."""
    index = re.compile(r"https?://[\w.-]*(pypi|pythonhosted|npmjs|yarnpkg)[\w.-]*|--(extra-)?index-url")
    machine = re.compile(r"(?<![\w.])/(root|home/\w+|work)/\w")
    hits = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEXT_FILES
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if index.search(line) or machine.search(line)
    ]

    assert not hits


def test_files_stay_short() -> None:
    """A floor that passes about 300 lines becomes a package by topic."""
    long = {
        path.relative_to(ROOT).as_posix(): length
        for path in WIR.rglob("*.py")
        if "migrations" not in path.parts and (length := len(path.read_text().splitlines())) > 320
    }

    assert not long
