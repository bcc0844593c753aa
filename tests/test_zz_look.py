import sys
from pathlib import Path
import pytest
from tests.test_browser import chromium, open_as  # noqa
from tests.make import make_person
from wir.people.rules.persons import Paper
from wir.people.rules.facts import ResidenceStatus
from datetime import date

EX = Path("examples/foerde.csv")
pytestmark=[pytest.mark.django_db(transaction=True)]

def test_look(open_as, ada, hafen, turm):
    p = make_person(hafen, paper=Paper(status=ResidenceStatus.DULDUNG, legal_basis="AufenthG:60a:2", from_on=date(2025,1,10), valid_until=date(2026,12,1)), birth_date=date(1990,2,1), entered_on=date(2024,1,1))
    for size in ("desktop","phone"):
        page = open_as(ada, size) 
        def shot(name): page.screenshot(path=f"/tmp/look/{size}-{name}.png", full_page=True)
        base = page.url.split("/",3); root="/".join(base[:3])
        page.goto(root+"/personen/import/"); shot("upload")
        page.set_input_files("input[type=file]", {"name":"x.pdf","mimeType":"application/pdf","buffer":b"%PDF-1.7 x"})
        page.click("main button[type=submit]"); page.wait_for_load_state(); shot("refusedfile")
        page.set_input_files("input[type=file]", str(EX))
        page.click("main button[type=submit]"); page.wait_for_load_state(); shot("list")
        here=page.url
        page.goto(here+"?state=refused"); shot("list-refused")
        page.goto(here+"?page=2"); shot("list2")
        page.click("main form button[type=submit]"); page.wait_for_load_state(); shot("done")
        page.goto(f"{root}/faelle/{p.pk}/aufenthalt/"); shot("residence")
        page.fill("input[name=from_on]","2026-12-24") ; page.click("main form button[type=submit]"); page.wait_for_timeout(1500); shot("residence-refused")
