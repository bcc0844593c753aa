import os
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]="1"
from datetime import date, timedelta
import random
import pytest
from playwright.sync_api import sync_playwright
from django.test import Client
from tests.make import make_person, make_stay
from tests.cast import TODAY
from wir.counselling.tests.make import *
from wir.people.rules.persons import Paper
from wir.people.rules.facts import ResidenceStatus as RS
from wir.network.queries import actor_for
from wir.tasks.actions import add_task
from wir.tasks.rules import TaskReason
OUT="/tmp/desk/out"
os.makedirs(OUT,exist_ok=True)
def fill(hafen, ada):
    r=random.Random(3)
    people=[]
    for i in range(31):
        g=r.choice(["Yusuf","Selam","Amina","Reza","Oksana","Mohammed","Fatima","Abdulrahman"]); f=r.choice(["Demir","Tesfay","Al-Hasan","Karimi","Shevchenko","Abdi","Nazari"])+r.choice([""," Özdemir"," el-Masri"])
        d=date.today()
        p=make_person(hafen,given_names=g,family_names=f,birth_date=date(1985+r.randrange(20),1+r.randrange(12),5),
          paper=Paper(status=r.choice(list(RS)),legal_basis="",from_on=date(2025,1,1),valid_until=d+timedelta(days=r.randrange(-10,700))) if r.random()<.9 else None)
        if i<29: make_stay(p,ada,entered_on=date(2025,3,1)+timedelta(days=r.randrange(400)))
        people.append(p)
        if i<20: make_contact(p,ada,on=date(2026,7,1)+timedelta(days=r.randrange(100)))
        if i<9:
            with acting(actor_for(ada.pk, date.today())) as a:
                add_task(place=(p.network_id,p.project_id),subject_id=p.pk,assignee_id=ada.pk,reason=TaskReason.OWN,title=r.choice(["Wegen der Schicht anrufen","Bewerbung gemeinsam durchsehen","Termin Ausländerbehörde bestätigen"]),due_on=d-timedelta(days=r.randrange(0,6)),link="",actor=a)
    return people
@pytest.mark.django_db(transaction=True)
def test_shots(live_server, ada, bela, cem, dora, emil, hafen, turm):
    people=fill(hafen, ada)
    p=people[0]
    g=make_goal(p,ada) if "make_goal" in globals() else None
    known=make_person(hafen,given_names="Sälam",family_names="Tesfaye",birth_date=date(1998,5,17))
    errors=[]
    with sync_playwright() as pw:
        b=pw.chromium.launch(executable_path="/usr/bin/chromium",args=["--no-sandbox"])
        for w in (1280,390):
            def ctx(user):
                c=b.new_context(viewport={"width":w,"height":900})
                if user:
                    cl=Client(); cl.force_login(user,backend="allauth.account.auth_backends.AuthenticationBackend")
                    c.add_cookies([{"name":"sessionid","value":cl.cookies["sessionid"].value,"url":live_server.url}])
                pg=c.new_page()
                pg.on("console",lambda m: errors.append(m.text) if m.type in("error","warning") else None)
                return pg
            def shot(pg,path,name,full=True):
                pg.goto(live_server.url+path); pg.wait_for_load_state("networkidle")
                pg.screenshot(path=f"{OUT}/{w}-{name}.png",full_page=full)
            pg=ctx(None)
            shot(pg,"/faelle/","login")
            pg=ctx(ada)
            for path,name in [("/","day"),("/faelle/","cases"),("/faelle/?q=Yousef","cases-q"),("/suche/?q=Jussuf","search"),("/suche/?q=xylo","search-none"),("/faelle/neu/","intake"),(f"/faelle/{p.pk}/","case"),(f"/faelle/{p.pk}/verlauf/","history"),(f"/faelle/{p.pk}/austritt/","leaving"),(f"/faelle/{people[30].pk}/aufnahme/","admission"),(f"/faelle/{people[30].pk}/","case-none"),("/netzwerk/","network"),("/konto/zweiter-faktor/","mfa"),("/konto/kennwort/","password"),("/konto/abmelden/","logout"),("/konto/zweiter-faktor/totp/activate/","totp"),("/konto/bestaetigen/","reauth")]:
                shot(pg,path,name)
            pg.goto(live_server.url+"/faelle/neu/")
            pg.fill("#id_given_names","Selam"); pg.fill("#id_family_names","Tesfay"); pg.keyboard.press("Tab")
            pg.wait_for_timeout(700)
            pg.screenshot(path=f"{OUT}/{w}-likely.png")
            pg.click("main button[type=submit] >> text=Aufnehmen"); pg.wait_for_load_state("networkidle")
            pg.screenshot(path=f"{OUT}/{w}-refused.png",full_page=True)
            pg.goto(live_server.url+"/faelle/"); pg.fill("#id_q","Karimi"); pg.wait_for_timeout(900)
            pg.screenshot(path=f"{OUT}/{w}-cases-htmx.png"); print(pg.url)
            for u,n in ((dora,"dora"),(emil,"emil")):
                pg=ctx(u); shot(pg,"/",f"day-{n}")
            pg=ctx(dora); shot(pg,"/faelle/","cases-dora")
            # axe
            if w==1280:
                from axe_playwright_python.sync_playwright import Axe
                pg=ctx(ada)
                for path in ["/","/faelle/","/suche/?q=Jussuf","/faelle/neu/",f"/faelle/{p.pk}/",f"/faelle/{p.pk}/austritt/",f"/faelle/{people[30].pk}/aufnahme/","/netzwerk/","/konto/zweiter-faktor/","/konto/kennwort/","/konto/anmelden/"]:
                    pg.goto(live_server.url+path); pg.wait_for_load_state("networkidle")
                    res=Axe().run(pg)
                    print(path,[ (v["id"],[n["target"] for n in v["nodes"]][:3]) for v in res.response["violations"]])
        b.close()
    print("ERRORS",set(errors))
