"""The report's tables: every figure leads to those behind it, nobody is behind a nought."""

from datetime import date
from urllib.parse import quote

from django.utils import translation

from wir.kit.templatetags.cells import Quiet, To
from wir.monitoring.rules.programme_rate import Denominator, Outcome, Rate
from wir.monitoring.rules.totals import Count, Totals
from wir.monitoring.views.tables import Ways, indicator_tables, networks_table, rates_table

REACHED = ((Outcome.TRAINING, 1), (Outcome.WORK, 2), (Outcome.SCHOOL, 0))


def test_a_rate_is_written_as_germans_write_it_and_leads_to_those_it_counts() -> None:
    rate = Rate(Denominator.ENTRANTS, date(2026, 11, 25), REACHED, 9)

    with translation.override("de"):
        table = rates_table([rate], Ways("day=2026-11-25"))

    assert table.rows[0][1] == (To(1, "/bericht/entrants:training/?day=2026-11-25"), Quiet("(11,1 %)"))
    assert table.rows[2][1] == (0, Quiet("(0,0 %)"))
    assert table.total is not None
    assert table.total[1] == "33,3 %"


def test_a_rate_of_nobody_is_no_figure() -> None:
    nobody = Rate(Denominator.LEAVERS, date(2026, 11, 25), tuple((one, 0) for one in Outcome), 0)

    assert rates_table([nobody], Ways("")).total == ["Quote", None]


def test_figures_by_gender_lead_to_their_own_people_and_without_ways_nowhere() -> None:
    totals = Totals({"EECO01": Count(female=2, male=1)})

    led, plain = indicator_tables(totals, Ways("project=x")), indicator_tables(totals)

    assert list(led[0].rows[0][1:]) == [
        To(2, "/bericht/EECO01/?gender=female&project=x"),
        To(1, "/bericht/EECO01/?gender=male&project=x"),
        0,
        To(3, "/bericht/EECO01/?project=x"),
    ]
    assert list(plain[0].rows[0][1:]) == [2, 1, 0, 3]


def test_networks_stand_in_order_and_a_name_is_an_address_that_holds() -> None:
    table = networks_table({"Süd & West": {"EECO01": 4}, "Nord": {"EECR04": 1}})

    assert [row[0] for row in table.rows] == [
        To("Nord", "?name=Nord"),
        To("Süd & West", f"?name={quote('Süd & West')}"),
    ]
    assert [row[1] for row in table.rows] == [0, 4]
