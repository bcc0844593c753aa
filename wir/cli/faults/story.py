"""The main job of one person in single writes, each with the query that counts what it writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from wir.cli.browser import Browser, NotAsExpected

ID = r"[0-9a-f-]{36}"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Write:
    """One kind of write: what it is called, how it is made, how its rows are counted and how many it adds."""

    name: str
    make: Callable[[], object]
    rows: str
    adds: int = 1


@dataclass(slots=True)
class Story:
    """Somebody with a name of their own, from a list to the exit; every step may be made again if it was lost."""

    browser: Browser
    number: int
    today: date
    case: str = field(default="")

    def writes(self) -> list[Write]:
        """Return the writes in their order."""
        return [
            Write("import", self.bring_in, "select count(*) from people_person"),
            Write("intake", self.take_on, "select count(*) from counselling_stay"),
            Write("contact", self.talk, "select count(*) from counselling_contact"),
            Write("goal", self.agree, "select count(*) from counselling_goal"),
            Write("plan step", self.plan, "select count(*) from counselling_step"),
            Write("opportunity", self.offer, "select count(*) from placement_opportunity"),
            Write("application", self.apply, "select count(*) from placement_application"),
            Write("start of work", self.start, "select count(*) from placement_spell"),
            Write("check-in", self.hold, "select count(*) from aftercare_checkin where held_on is not null"),
            Write("exit", self.leave, "select count(*) from counselling_stay where exited_on is not null"),
        ]

    @property
    def family(self) -> str:
        """A family name that is like no other story's, so that the search finds this one first."""
        return "".join(Random(self.number).choices(LETTERS, k=12)).capitalize()

    def day(self, ago: int) -> str:
        """Return the day so many days ago, as forms take it."""
        return (self.today - timedelta(days=ago)).isoformat()

    def bring_in(self) -> None:
        """Hand in a list of one and take it over."""
        rows = (
            "Name;Vorname;Geburtsdatum;m/w/d;Staatsangehörigkeit;Status;ausgestellt am;gültig bis;Einreise\n"
            f"{self.family};Samira;{self.number % 28 + 1}.2.1995;w;Syrien;AE 25 II;1.9.2023;31.12.2099;2023-05-04\n"
        )
        upload = self.browser.get("/personen/import/")
        look = self.browser.send(upload, having="file", file=("liste.csv", rows.encode()))
        self.browser.send(look, having="take_over")

    def find(self) -> None:
        """Look the case up by its name."""
        self.case = self.browser.send(self.browser.get("/suche/"), having="q", q=self.family).link(
            rf"/faelle/{ID}/"
        )

    def take_on(self) -> None:
        """Begin the stay."""
        self.find()
        self.browser.send(
            self.browser.get(f"{self.case}aufnahme/"),
            having="consent",
            consent="on",
            notices="on",
            stay_from=self.day(60),
            employment="unemployed",
            unemployed_since=self.day(400),
            in_education="no",
            entry_isced="3",
        )

    def talk(self) -> None:
        """Put a conversation down, with a note."""
        page = self.browser.get(f"{self.case}kontakte/")
        self.browser.send(page, having="minutes", on=self.day(50), minutes="300", note="Besprochen.")

    def agree(self) -> None:
        """Agree on a goal."""
        self.browser.send(
            self.browser.get(f"{self.case}plan/"), having="agreed_on", title="Arbeit", agreed_on=self.day(50)
        )

    def plan(self) -> None:
        """Plan a step with a day, which makes a task."""
        page = self.browser.get(f"{self.case}plan/")
        self.browser.send(page, having="due_on", title="Lebenslauf", due_on=self.day(-5))

    def offer(self) -> None:
        """Write an opportunity down."""
        self.browser.send(
            self.browser.get("/angebote/neu/"),
            having="provider_name",
            kind="job",
            title=f"Küchenhilfe {self.family}",
            provider_name="Gasthof Probe",
            provider_place="Hamburg",
        )

    def apply(self) -> None:
        """Suggest the opportunity."""
        page = self.browser.get(f"{self.case}vermittlung/?q={self.family}")
        self.browser.send(page, having="opportunity")

    def start(self) -> None:
        """Let work begin, which plans the check-ins."""
        tab = self.browser.get(f"{self.case}vermittlung/")
        application = self.browser.get(tab.link(rf"{self.case}vermittlung/bewerbungen/{ID}/"))
        way = application.link(rf"{self.case}vermittlung/bewerbungen/{ID}/beginn/[^\"]*").partition("?")[0]
        page = self.browser.get(f"{way}?starts_on={self.day(40)}")
        self.browser.send(page, having="insured", starts_on=self.day(40), probation_months="6", insured="yes")

    def hold(self) -> None:
        """Hold the first check-in."""
        tab = self.browser.get(f"{self.case}begleitung/")
        page = self.browser.get(tab.link(rf"{self.case}begleitung/{ID}/"))
        outcome = re.search(
            r'name="outcome"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="outcome"', page.html
        )
        if outcome is None:
            raise NotAsExpected(f"{page.url}: no outcome can be chosen")
        self.browser.send(page, having="outcome", held_on=self.day(30), outcome=outcome[1] or outcome[2])

    def leave(self) -> None:
        """Record the exit."""
        page = self.browser.get(f"{self.case}austritt/")
        self.browser.send(
            page, having="left_on", left_on=self.day(29), reason="work", status_after="employed"
        )
