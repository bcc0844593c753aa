"""The run: what is opened is recorded first, then everything is measured in turn."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import psycopg
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from wir.cli.bench import assessments, measuring, pages, trail, work
from wir.cli.bench.figures import Figure
from wir.cli.bench.pages import Page, Recorded

CASELOAD = "caseload"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured, and the SQL of each page."""

    password: str
    password_hash: str
    today: date
    cases: list[str]
    recorded: dict[Page, Recorded]
    saving: Recorded
    recorder: pages.Recorder

    def recorded_as_json(self) -> str:
        """Return the statements by page, for the bare pages."""
        return json.dumps({page.word: recorded.statements for page, recorded in self.recorded.items()})

    def measure(
        self, *, site: int, bare: int, plain: int, area: str | None, say: Callable[[str], object]
    ) -> list[Figure]:
        """Measure everything, or one area."""
        target = measuring.Target(site, bare, plain, self.password)
        figures = []
        for its_area, name, take in self._parts(target):
            if area in (None, its_area):
                say(f"Measuring {name} …")
                figures += list(take())
        return figures

    def _parts(self, target: measuring.Target) -> Iterator[tuple[str, str, Callable[[], Iterator[Figure]]]]:
        for page, recorded in self.recorded.items():
            yield page.area, f"{page.name}, {page.role.name}", _page(target, page, recorded)
        fields = measuring.contact(self.today)
        yield (
            "counselling", "save a contact",
            lambda: measuring.saving_figures(target, self.cases, self.saving, fields),
        )  # fmt: skip
        lists = {page.role: page for page in self.recorded if page.name == CASELOAD}
        yield "desk", "throughput", lambda: measuring.throughput_figures(target, lists)
        yield "people", "import", lambda: iter([work.import_figure(timezone.now(), self.today)])
        yield (
            "accounts", "sign-in",
            lambda: work.sign_in_figures(target.site, self.password, self.password_hash),
        )  # fmt: skip
        case = f"/faelle/{self.cases[0]}/"
        yield "privacy", "line of reading", lambda: iter([trail.reading_figure(self.recorder, case)])
        yield "privacy", "chain", lambda: trail.chain_figures(trail.largest_chain())
        yield "eligibility", "assessments", assessments.assessment_figures
        yield "kit", "empty page", lambda: iter([measuring.empty_page(target)])
        yield "kit", "memory", lambda: iter([work.memory_figure()])


def prepare(owner_url: str, today: date) -> Plan:
    """Give the measured people a password for this run and record what their pages ask the database."""
    password = secrets.token_urlsafe(16)
    password_hash = make_password(password)
    emails = [role.email for role in pages.ROLES]
    with psycopg.connect(owner_url) as owner:
        owner.execute("update accounts_user set password = %s where email = any(%s)", [password_hash, emails])
        owner.execute("delete from axes_accessattempt")
    cases = pages.cases_of_advisor(owner_url)
    words = pages.misspelt_name(owner_url, cases[0])
    recorder = pages.Recorder()
    found = {role: recorder.found_at(role, words) for role in pages.ROLES}
    recorded = {page: recorder.get(page) for page in pages.pages(cases[0], found)}
    saving = recorder.post(pages.ADVISOR, f"/faelle/{cases[-1]}/kontakte/", measuring.contact(today))
    return Plan(password, password_hash, today, cases, recorded, saving, recorder)


def _page(target: measuring.Target, page: Page, recorded: Recorded) -> Callable[[], Iterator[Figure]]:
    return lambda: measuring.page_figures(target, page, recorded)
