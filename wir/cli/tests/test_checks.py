"""Which faults in translations are found, and how advisories are counted."""

from pathlib import Path

import pytest

from wir.cli.audit import Answer, read_answer
from wir.cli.checks import Text, complaints_about, texts_of

HEAD = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PAGE = """
{% load i18n %}
  <h1>{% translate "Case file" %}</h1>
    {# Translators: greets #}
  {% notice title=_("Work permit") %}{{ name|default:_("Nobody") }}{% endnotice %}
{% blocktranslate trimmed count counter=people with place=city %}
   One person in {{ place }}
{% plural %}
   {{ counter }} people in {{ place }}
{% endblocktranslate %}
"""


def write(root: Path, *, code: str = "", page: str = "", german: str = "", name: str = "people") -> None:
    app = root / "wir" / name
    catalogue = app / "locale" / "de" / "LC_MESSAGES" / "django.po"
    (app / "templates" / name).mkdir(parents=True)
    catalogue.parent.mkdir(parents=True)
    (app / "views.py").write_text(code)
    (app / "templates" / name / "page.html").write_text(page)
    catalogue.write_text(HEAD + german)


def test_texts_are_found_in_every_form_a_template_knows(tmp_path: Path) -> None:
    write(tmp_path, page=PAGE)

    found = list(texts_of(tmp_path / "wir" / "people" / "templates" / "people" / "page.html"))

    assert found == [
        (3, Text("Case file")),
        (5, Text("Work permit")),
        (5, Text("Nobody")),
        (6, Text("One person in %(place)s", plural="%(counter)s people in %(place)s")),
    ]


def test_a_complete_catalogue_gives_no_complaint(tmp_path: Path) -> None:
    write(
        tmp_path,
        code='title = pgettext_lazy("of a file", "Open")\n',
        page="{% blocktranslate %}Case {{ number }}{% endblocktranslate %}",
        german='msgctxt "of a file"\nmsgid "Open"\nmsgstr "Offen"\n\n'
        'msgid "Case %(number)s"\nmsgstr "Fall %(number)s"\n',
    )

    assert complaints_about(tmp_path) == []


@pytest.mark.parametrize(
    ("german", "complaint"),
    [
        ("", "wir/people/views.py:1: not translated: 'Hello %(name)s'"),
        ('msgid "Hello %(name)s"\nmsgstr ""\n', "empty: 'Hello %(name)s'"),
        (
            '#, fuzzy\nmsgid "Hello %(name)s"\nmsgstr "Hallo %(name)s"\n',
            "marked as uncertain: 'Hello %(name)s'",
        ),
        ('msgid "Hello %(name)s"\nmsgstr "Hallo %(nam)s"\n', "other placeholders than the original: 'Hello"),
        (
            'msgid "Hello %(name)s"\nmsgstr "Hallo %(name)s"\n\nmsgid "Bye"\nmsgstr "Tschüss"\n',
            "no longer used: 'Bye'",
        ),
        (
            'msgid "Hello %(name)s"\nmsgstr "Hallo %(name)s"\n\n#~ msgid "Bye"\n#~ msgstr "Tschüss"\n',
            "obsolete: 'Bye'",
        ),
    ],
)
def test_each_fault_is_named_once(tmp_path: Path, german: str, complaint: str) -> None:
    write(tmp_path, code='title = _("Hello %(name)s")\n', german=german)

    complaints = complaints_about(tmp_path)

    assert len(complaints) == 1
    assert complaint in complaints[0]


def test_one_text_has_one_german_and_two_meanings_have_a_context(tmp_path: Path) -> None:
    spoken = 'msgid "Open"\nmsgstr "%s"\n\nmsgctxt "of a file"\nmsgid "Open"\nmsgstr "Öffnen"\n'
    code = '_("Open")\npgettext("of a file", "Open")\n'
    write(tmp_path, code=code, german=spoken % "Offen", name="people")
    write(tmp_path, code=code, german=spoken % "Auf", name="tasks")

    (complaint,) = complaints_about(tmp_path)

    assert complaint.startswith("wir/tasks/locale/de/LC_MESSAGES/django.po: other German than in wir/people/")
    assert complaint.endswith("('Offen'): 'Open'")


def test_a_german_singular_may_leave_out_the_number(tmp_path: Path) -> None:
    write(
        tmp_path,
        code='text = ngettext("%(count)s person", "%(count)s people", 2)\n',
        german='msgid "%(count)s person"\nmsgid_plural "%(count)s people"\n'
        'msgstr[0] "Eine Person"\nmsgstr[1] "%(count)s Personen"\n',
    )

    assert complaints_about(tmp_path) == []


def test_packages_that_nobody_knows_do_not_count_as_checked() -> None:
    report = {
        "dependencies": [
            {"name": "known", "version": "1.0", "vulns": []},
            {"name": "bad", "version": "2.0", "vulns": [{"id": "X-1", "fix_versions": ["2.1"]}]},
            {"name": "strange", "skip_reason": "not found"},
        ]
    }

    assert read_answer(report) == Answer(
        known=("known", "bad"), unknown=("strange",), warnings=("bad 2.0: X-1, mended in 2.1",)
    )
