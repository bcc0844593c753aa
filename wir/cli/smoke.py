"""The main job once, without a person: a list comes in, somebody goes from entry to a job, the figures come out.

Everything through the pages, over HTTP, signed in as an advisor of the demonstration.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from wir.cli.browser import Browser, NotAsExpected
from wir.cli.demo.staff import SIGN_INS

ID = r"[0-9a-f-]{36}"
GIVEN, FAMILY = "Samira", "Probelauf"
LIST = f"""Name;Vorname;Geburtsdatum;m/w/d;Staatsangehörigkeit;Status;ausgestellt am;gültig bis;Einreise;Sprachen
{FAMILY};{GIVEN};1.2.1995;w;Syrien;AE 25 II;1.9.2023;31.12.2099;2023-05-04;Arabisch Muttersprache, Deutsch B1
{FAMILY};Idris;1990-02-01;m;sudanesisch;Gestattung;;;01.03.2024;Arabisch
;;3.3.1993;w;Irak;Duldung § 60a;;;;
"""


def run_smoke(base_url: str) -> dict[str, Any]:
    """Do the main job and return what came of it; raises NotAsExpected where a page did not answer as it should."""
    today = date.today()  # noqa: DTZ011
    entered_on, left_on = today - timedelta(days=60), today - timedelta(days=29)
    browser = Browser(base_url)
    _sign_in(browser)
    before = _figures(browser)
    imported, refused = _bring_in(browser)
    case = _find(browser)
    _take_on(browser, case, entered_on)
    _talk(browser, case, entered_on, minutes=300)
    _talk(browser, case, left_on, minutes=240)
    spell = _place(browser, case, entered_on + timedelta(days=20))
    _leave(browser, case, left_on)
    after = _figures(browser)
    for indicator in ("EECO01", "EECO02", "EECR04"):
        if after.get(indicator, 0) != before.get(indicator, 0) + 1:
            raise NotAsExpected(
                f"{indicator} was {before.get(indicator)} and is {after.get(indicator)}, expected one more"
            )
    return {
        "imported": imported,
        "refused": refused,
        "person": case.split("/")[2],
        "spell": spell,
        "indicators_before": before,
        "indicators_after": after,
    }


def _sign_in(browser: Browser) -> None:
    _, email, password = SIGN_INS[0]
    page = browser.send(browser.get("/konto/anmelden/"), having="password", login=email, password=password)
    if "/konto/anmelden/" in page.url:
        raise NotAsExpected(f"sign-in refused: {page.text()[:300]}")


def _figures(browser: Browser) -> dict[str, int]:
    """Read the indicators out of the spreadsheet that the report page offers."""
    link = browser.get("/bericht/").link(r"/bericht/xlsx/[^\"]*").replace("&amp;", "&")
    sheet = CalamineWorkbook.from_filelike(BytesIO(browser.download(link))).get_sheet_by_index(0)
    return {
        str(row[0]): int(float(str(row[5])))
        for row in sheet.to_python()
        if re.fullmatch(r"EEC[OR]\d\d", str(row[0]))
    }


def _bring_in(browser: Browser) -> tuple[int, int]:
    look = browser.send(
        browser.get("/personen/import/"), having="file", file=("liste.csv", LIST.encode("cp1252"))
    )
    done = browser.send(look, having="take_over")
    found = re.search(r"(\d+) Personen übernommen, (\d+) .*?, (\d+) Zeilen abgelehnt", done.text())
    if found is None:
        raise NotAsExpected(f"{done.url}: the take-over was not reported: {done.text()[:400]}")
    return int(found[1]), int(found[3])


def _find(browser: Browser) -> str:
    """Find the person by a misspelt name; return the address of the case."""
    return browser.send(browser.get("/suche/"), having="q", q=f"Samirah {FAMILY}").link(rf"/faelle/{ID}/")


def _take_on(browser: Browser, case: str, entered_on: date) -> None:
    browser.send(
        browser.get(f"{case}aufnahme/"),
        having="consent",
        consent="on",
        notices="on",
        stay_from=entered_on.isoformat(),
        employment="unemployed",
        unemployed_since=(entered_on - timedelta(days=400)).isoformat(),
        in_education="no",
        entry_isced="3",
    )


def _talk(browser: Browser, case: str, on: date, *, minutes: int) -> None:
    browser.send(
        browser.get(f"{case}kontakte/"),
        having="minutes",
        on=on.isoformat(),
        minutes=str(minutes),
        topics=["job_search"],
        note="Lebenslauf besprochen.",
    )


def _place(browser: Browser, case: str, starts_on: date) -> str:
    """Enter an opportunity, apply, start; return the spell's id."""
    title = "Küchenhilfe im Probelauf"
    browser.send(
        browser.get("/angebote/neu/"),
        having="provider_name",
        kind="job",
        title=title,
        provider_name="Gasthof Probelauf",
        provider_place="Hamburg",
    )
    search = browser.get(f"{case}vermittlung/?q=Probelauf")
    applied = browser.send(search, having="opportunity")
    application = browser.get(applied.link(rf"{case}vermittlung/bewerbungen/{ID}/"))
    way = application.link(rf"{case}vermittlung/bewerbungen/{ID}/beginn/[^\"]*").partition("?")[0]
    start = browser.get(f"{way}?starts_on={starts_on.isoformat()}")
    started = browser.send(
        start,
        having="insured",
        starts_on=starts_on.isoformat(),
        probation_months="6",
        insured="yes",
    )
    return re.sub(rf".*zeiten/({ID})/.*", r"\1", started.link(rf"{case}vermittlung/zeiten/{ID}/ende/"))


def _leave(browser: Browser, case: str, left_on: date) -> None:
    browser.send(
        browser.get(f"{case}austritt/"),
        having="left_on",
        left_on=left_on.isoformat(),
        reason="work",
        status_after="employed",
    )
