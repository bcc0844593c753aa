"""Every component renders, says what it should to a screen reader, and refuses what it does not know."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory, override_settings
from django.utils import translation
from django.utils.translation import gettext
from django_htmx.middleware import HtmxMiddleware

from wir.kit import htmx
from wir.kit.forms import ExampleForm
from wir.kit.registry import TimelineItem
from wir.kit.templatetags import cells, elements, fields, navigation, records, shell
from wir.kit.templatetags.cells import Column, Mark, Quiet, Table, To
from wir.kit.templatetags.kit import Fact, Link, register
from wir.kit.views import gallery


def rendered(source: str, **values: Any) -> str:
    return " ".join(Template("{% load kit %}" + source).render(Context(values)).split())


def asked(address: str = "/kit/", **headers: str) -> HttpRequest:
    request = RequestFactory().get(address, headers=headers)
    HtmxMiddleware(lambda _request: HttpResponse())(request)
    return request


BY_HTMX = {"HX-Request": "true"}


REFUSED = {"family_name": "", "born_on": "31.02.1990", "minutes": "30", "mode": "video", "status": "duldung"}

COMPONENTS = [
    ("{% icon name='search' %}", 'kern-icon--search" aria-hidden="true"'),
    ("{% button label='Save' name='action' value='save' %}", 'type="submit" name="action" value="save"'),
    ("{% link_button label='New' url='/new/' icon='add' %}", 'href="/new/"'),
    ("{% notice tone='danger' title='Late' %}Call.{% endnotice %}", 'role="alert"'),
    ("{% notice tone='success' title='Saved' %}{% endnotice %}", 'role="status"'),
    ("{% badge label='Open' tone='warning' %}", "wir-badge--warning"),
    ("{% card title='Report' url='/report/' %}Missing answers{% endcard %}", '<a href="/report/">Report</a>'),
    ("{% actions %}{% button label='Save' %}{% endactions %}", '<div class="wir-actions"><button'),
    (
        "{% panel title='Contacts' anchor='contacts' level=3 %}…{% endpanel %}",
        '<h3 class="wir-panel__title">',
    ),
    ("{% empty_state title='Nothing yet' %}{% endempty_state %}", "Nothing yet"),
    ("{% stat number=0 label='open' url='/list/' %}", "<bdi>0</bdi>"),
    ("{% progress value=7 maximum=10 label='Steps' %}", '<progress value="7" max="10" aria-label="Steps">'),
    ("{% tabs items=links label='Case' %}", '<a href="/b/" aria-current="page">B'),
    ("{% breadcrumb items=links %}", '<span aria-current="page">B</span>'),
    ("{% case_header name='Selam' facts=facts tabs=links %}{% endcase_header %}", "<dt>Status</dt>"),
    (
        "{% table caption='People' %}<tbody></tbody>{% endtable %}",
        '<caption class="kern-sr-only">People</caption>',
    ),
    (
        "{% description_list %}{% entry term='Born' %}1990{% endentry %}{% enddescription_list %}",
        "<dd>1990</dd>",
    ),
    ("{% timeline items=items %}", '<time class="wir-timeline__when" datetime="2026-04-01">'),
    ("{% field form.family_name %}", 'aria-describedby="id_family_name_helptext"'),
    ("{% form_fields form %}", '<input type="hidden" name="step" value="1" id="id_step">'),
    ("{% form_errors refused %}", '<a href="#id_born_on">'),
    ("{% pagination page=page %}", 'aria-current="page"'),
    (
        "{% main_menu groups=groups %}",
        '<ul class="wir-menu__body"><li><a href="/b/" aria-current="page">B</a>',
    ),
    ("{% main_menu groups=groups narrow=True %}", '<li><a href="/a/">A</a><ul><li><a href="/b/"'),
    ("{% further after=after %}", 'href="?after=7" rel="next"'),
    ("{% styles right_to_left=True %}", 'vendor/noto-sans-arabic/index.css">'),
    ("{% scripts %}", '<script src="/static/kit/kit.js" defer></script>'),
    ("{% language_switch %}", 'name="language" value="en" lang="en">English</button>'),
    ("{% user_menu %}", '<span class="wir-menu__label wir-menu__label--wide">A &amp; B</span>'),
    ("{% data_table of=people %}", '<caption class="kern-sr-only">People</caption>'),
]

LINKS = [Link(label="A", url="/a/"), Link(label="B", url="/b/", current=True, badge=3)]
PEOPLE = Table(
    caption="People",
    columns=[Column(label="Name"), Column(label="State"), Column(label="Hours", figures=True, sums=True)],
    rows=[
        [To("O’Brien, <Zoë>", "/b/?a=1&b=2", is_name=True), (Mark("open", "warning"), Quiet("since")), 3],
        ["Ada & Co.", date(2026, 4, 1), None],
    ],
    total=["Sum", None, 3],
)


@pytest.mark.parametrize(("source", "expected"), COMPONENTS, ids=[source for source, _ in COMPONENTS])
def test_each_component_renders(source: str, expected: str) -> None:
    request = asked()
    request.user = get_user_model()(name="A & B")
    html = rendered(
        source,
        request=request,
        csrf_token="t",
        form=ExampleForm(),
        refused=ExampleForm(REFUSED),
        links=LINKS,
        groups=[LINKS],
        facts=[Fact(label="Status", value="Duldung", tone="warning")],
        items=[TimelineItem(on=date(2026, 4, 1), title="Work started")],
        page=Paginator(range(60), 25).get_page(2),
        people=PEOPLE,
        after=7,
    )

    assert expected in html


def test_a_table_of_values_escapes_what_it_shows_and_says_on_a_phone_what_each_value_is() -> None:
    with translation.override("de"):
        html = rendered("{% data_table of=people %}", people=PEOPLE)

    assert (
        '<tr><th scope="row"><a href="/b/?a=1&amp;b=2"><bdi>O’Brien, &lt;Zoë&gt;</bdi></a></th>'
        '<td data-label="State"><span class="wir-badge wir-badge--warning">open</span>'
        ' <span class="wir-muted">since</span></td>'
        '<td class="num" data-label="Hours"><strong>3</strong></td></tr>'
    ) in html
    assert '<th scope="row">Ada &amp; Co.</th><td data-label="State">01.04.2026</td>' in html
    assert '<tfoot><tr><th scope="row">Sum</th><td data-label="State">–</td>' in html


def test_a_row_with_too_few_values_is_a_mistake_of_the_program() -> None:
    short = Table(caption="People", columns=PEOPLE.columns, rows=[["Ada"]])

    with pytest.raises(ValueError, match="shorter"):
        rendered("{% data_table of=people %}", people=short)


def test_the_library_is_what_its_topics_hold_and_each_part_is_tested() -> None:
    topics = [cells, elements, fields, navigation, records, shell]

    assert set(register.tags) == set().union(*(topic.register.tags for topic in topics))
    assert not [name for name in register.tags if not any("{% " + name in source for source, _ in COMPONENTS)]


@pytest.mark.parametrize(
    "source",
    [
        "{% button %}",
        "{% button label='Save' colour='red' %}",
        "{% button 'Save' %}",
        "{% notice title='No tone' %}{% endnotice %}",
        "{% badge %}",
        "{% tabs label='Case' %}",
        "{% table %}{% endtable %}",
        "{% entry %}{% endentry %}",
        "{% field %}",
        "{% stat label='no number' %}",
    ],
)
def test_a_missing_or_unknown_argument_raises(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        rendered(source)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{% notice tone='pink' title='T' %}{% endnotice %}", "tone='pink' is none of info"),
        ("{% button label=mispelt %}", "button: label is empty"),
        ("{% icon name='unicorn' %}", "name='unicorn' is none of"),
        ("{% tabs items='ab' label='Case' %}", "items must hold Link values"),
        ("{% field form.mispelt %}", "field: the form has no such field"),
        ("{% form_errors mispelt %}", "form_errors: this is no form"),
        ("{% pagination page=mispelt %}", "page must be a page"),
        ("{% progress value=1 maximum=0 label='Steps' %}", "maximum must be above 0"),
        ("{% description_list columns=3 %}{% enddescription_list %}", "columns=3 is neither 1 nor 2"),
    ],
)
def test_a_value_that_makes_no_sense_raises_and_says_which(source: str, reason: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=reason):
        rendered(source, form=ExampleForm(), request=asked())


def test_what_people_typed_is_escaped() -> None:
    html = rendered("{% badge label=typed %}{% stat number=typed label=typed %}", typed="<script>")

    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 3


def test_a_refused_field_shows_value_error_and_ties_them_together() -> None:
    with translation.override("de"):
        html = rendered("{% field form.born_on %}", form=ExampleForm(REFUSED))

    assert 'value="31.02.1990"' in html
    assert 'type="text"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_born_on_error"' in html
    assert 'id="id_born_on_error"' in html


def test_a_day_is_given_to_the_browsers_date_field_as_iso() -> None:
    with translation.override("de"):
        html = rendered("{% field form.born_on %}", form=ExampleForm(initial={"born_on": date(1990, 2, 1)}))

    assert 'type="date"' in html
    assert 'value="1990-02-01"' in html


def test_choices_keep_what_was_chosen_and_only_optional_fields_are_marked() -> None:
    with translation.override("en"):
        html = rendered("{% field form.mode %}{% field form.languages %}", form=ExampleForm())

    assert 'value="phone" id="id_mode_1" checked required' in html
    assert html.count("kern-label__optional") == 1


def test_pagination_keeps_the_search_and_says_where_one_is() -> None:
    page = Paginator(range(60), 25).get_page(2)

    with translation.override("en"):
        html = rendered("{% pagination page=page %}", page=page, request=asked("/kit/?q=a%26b&page=2"))

    assert 'href="?q=a%26b&amp;page=3"' in html
    assert "26 to 50 of 60" in html


def test_a_single_page_needs_no_pagination() -> None:
    html = rendered("{% pagination page=page %}", page=Paginator(range(3), 25).get_page(1), request=asked())

    assert html == ""


def test_the_gallery_renders_in_german_without_inline_style_or_script() -> None:
    with translation.override("de"):
        html = gallery(asked()).content.decode()

    assert '<html lang="de" dir="ltr"' in html
    assert "Bitte prüfen Sie Ihre Angaben" in html
    assert " style=" not in html
    assert "<style" not in html
    assert "<script>" not in html
    assert " onclick=" not in html


def test_right_to_left_languages_turn_the_page_and_bring_their_font() -> None:
    with translation.override("ar"):
        html = gallery(asked()).content.decode()

    assert '<html lang="ar" dir="rtl"' in html
    assert "noto-sans-arabic" in html


def test_htmx_gets_only_its_part_and_caches_are_told() -> None:
    whole, part = gallery(asked()), gallery(asked(**BY_HTMX))

    assert b"<html" in whole.content
    assert b"<html" not in part.content
    assert b"wir-table" in part.content
    assert whole["Vary"] == part["Vary"] == "HX-Request"


def test_after_a_change_the_browser_goes_on_with_htmx_or_without() -> None:
    plain, swapped = htmx.go_to(asked(), "/next/"), htmx.go_to(asked(**BY_HTMX), "/next/")

    assert (plain.status_code, plain["Location"]) == (302, "/next/")
    assert (swapped.status_code, swapped["HX-Redirect"]) == (200, "/next/")


def test_a_page_restored_from_history_is_whole() -> None:
    request = asked(**BY_HTMX, **{"HX-History-Restore-Request": "true"})

    assert not htmx.is_htmx(request)
    assert b"<html" in gallery(request).content


def test_german_is_complete_for_the_shell() -> None:
    with translation.override("de"):
        assert gettext("Skip to content") == "Zum Inhalt springen"
        assert gettext("Sign out") == "Abmelden"


@override_settings(HTTPS=True)
def test_a_site_in_earnest_shows_no_gallery() -> None:
    with pytest.raises(Http404):
        gallery(RequestFactory().get("/kit/"))
