"""Placing: every number, table and older number ends up on its site, and nothing is lost on the way."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.limits import HISTORY, READ, SITES
from sellervitals.placing import assumed, by_site, to_come, too_many, unplaced

DAY = date(2026, 11, 20)


def points(value=1, site=None, end=None, **more):
    window = None if end is None else sdk.Window(None, date.fromisoformat(end))
    return sdk.Measurement("points", value=Decimal(value), site=site, window=window, **more)


def typed(value, end=None, **more):
    return points(value, end=end, document="metrics", **more)


def reading(*measurements, sites=(), **more):
    return sdk.Reading(measurements, sites=sites, **more)


def table(site=None, rows=(1,), day=None):
    return sdk.Table("acme.stock", rows, site, day)


def placed(*readings, named=None, plain=()):
    return {each.site: each for each in by_site(named, readings, plain)}


def values(measurements):
    return [int(each.value) for each in measurements]


def test_tables_stand_on_their_site_and_make_it_known():
    found = placed(reading(points(site="N"), tables=(table("S"),)))
    assert list(found) == ["N", "S"]
    assert set(found["S"].tables) == {"acme.stock"}
    assert found["N"].tables == {}


def test_the_site_with_more_rows_is_primary_where_measurements_do_not_tell():
    assert list(placed(reading(tables=(table("N", (1,)), table("S", (1, 2)))))) == ["S", "N"]
    assert list(placed(reading(points(site="N"), tables=(table("S", (1, 2)),)))) == ["N", "S"]


def test_what_names_no_site_belongs_to_the_primary_one():
    found = placed(reading(points(site="S"), history=(points(2),), tables=(table(),)))
    assert list(found) == ["S"]
    assert values(found["S"].history) == [2]
    assert set(found["S"].tables) == {"acme.stock"}
    assert list(placed(reading(tables=(table(),)), named="N")) == ["N"]
    assert list(placed(reading(tables=(table(),)))) == [None]


def test_history_of_a_site_that_nothing_else_speaks_of_is_kept():
    found = placed(reading(points(site="N"), history=(points(2, site="S"),)))
    assert values(found["S"].history) == [2]


def test_history_is_oldest_first_over_all_documents():
    one = reading(history=(points(3, end="2026-03-01"), points(1, end="2026-01-01")))
    two = reading(history=(points(2, end="2026-02-01"), points(0)))
    for given in ([one, two], [two, one]):
        assert values(placed(*given)[None].history) == [0, 1, 2, 3]


def test_of_typed_windows_the_newest_counts_and_the_others_are_history():
    given = [typed(1, "2026-01-31"), typed(3, "2026-03-31"), typed(2, "2026-02-28")]
    found = placed(named="N", plain=given)["N"]
    assert (values(found.measurements), values(found.history)) == ([3], [1, 2])
    assert found.notices == ()


def test_a_typed_number_without_a_window_is_todays():
    for given in ([typed(9), typed(3, "2026-03-31")], [typed(3, "2026-03-31"), typed(9)]):
        found = placed(named="N", plain=given)["N"]
        assert (values(found.measurements), values(found.history)) == ([9], [3])
    other = typed(5, "2026-03-31", segment="b")
    found = placed(named="N", plain=[typed(9), other])["N"]
    assert values(found.measurements) == [9, 5]
    assert found.history == ()


def test_a_typed_number_beside_a_document_is_a_repeat_and_said():
    reported = points(1, end="2026-03-01", document="acme.report")
    found = placed(reading(reported), named="N", plain=[typed(2, "2026-01-01")])["N"]
    assert (values(found.measurements), found.history) == ([1], ())
    assert [each.code for each in found.notices] == ["duplicate_measurement"]


def test_the_day_of_tables_is_the_callers_else_their_own_else_todays():
    today, as_of = date(2026, 11, 22), date(2020, 1, 1)
    dated = placed(reading(tables=(table(day=DAY),)))[None]
    assert dated.tables_on(as_of, today).day == as_of
    assert dated.tables_on(None, today).day == DAY
    assert placed(reading(tables=(table(),)))[None].tables_on(None, today).day == today


@pytest.mark.parametrize(
    "loose",
    [
        reading(points()),
        reading(history=(points(),)),
        reading(tables=(table(),)),
    ],
)
def test_nothing_without_a_site_is_given_to_one_of_several(loose):
    several = reading(sites=("N", "S"))
    (fault,) = unplaced(None, [several, loose], [])
    assert (fault.pointer, fault.code) == ("/account/site", "validation-failed")
    assert list(unplaced("N", [several, loose], [])) == []
    assert list(unplaced(None, [several], [])) == []
    assert list(unplaced(None, [several], [typed(1)]))


def test_sites_that_only_tables_name_count_too():
    several = reading(tables=(table("N"), table("S")))
    assert list(unplaced(None, [several], [typed(1)]))


@pytest.mark.parametrize(
    ("most", "make", "what"),
    [
        (READ, lambda count: ([reading(*[points()] * (count - 1))], [typed(1)]), "measurements"),
        (HISTORY, lambda count: ([reading(history=(points(),) * count)], []), "older measurements"),
        (SITES, lambda count: ([reading(sites=tuple(map(str, range(count))))], []), "sites"),
        (SITES, lambda count: ([reading(tables=tuple(table(str(n)) for n in range(count)))], []), "sites"),
    ],
)
def test_s06_at_the_limits_and_one_more(most, make, what):
    assert list(too_many(*make(most))) == []
    (fault,) = too_many(*make(most + 1))
    assert (fault.pointer, fault.code) == ("/documents", "limit-exceeded")
    assert f"{most + 1:,} {what}" in fault.detail


def test_what_names_no_site_goes_to_the_only_one_of_which_more_is_told_than_a_word():
    word = sdk.Measurement("standing", value="GOOD", site="S")
    given = reading(points(site="N"), word), reading(tables=(table(),))
    assert list(unplaced(None, given, ())) == []
    found = placed(*given)
    assert set(found["N"].tables) == {"acme.stock"}
    assert found["S"].tables == {}
    (notice,) = assumed(None, given, ())
    assert notice.code == "site_assumed"
    assert "N" in notice.message
    assert assumed("N", given, ()) == ()
    assert assumed(None, given[:1], ()) == ()


def test_the_site_that_a_document_calls_the_main_one_is_primary():
    small, large = points(site="US"), [points(site="UK", segment=f"{number}") for number in range(3)]
    assert list(placed(reading(small, *large, main_site="US"))) == ["US", "UK"]
    assert list(placed(reading(small, *large))) == ["UK", "US"]
    assert next(iter(placed(reading(small, *large, main_site="US"), named="UK"))) == "UK"
    assert list(unplaced(None, [reading(small, *large, main_site="US")], [typed(3)])) == []
    (said,) = assumed(None, [reading(small, *large, main_site="US")], [typed(3)])
    assert (said.code, "calls it the main one" in said.message) == ("site_assumed", True)
    assert list(unplaced(None, [reading(small, main_site="US"), reading(*large, main_site="UK")], [typed(3)]))


def test_two_sites_of_which_more_is_told_leave_the_question_open():
    given = reading(points(site="N"), points(site="S")), reading(tables=(table(),))
    (fault,) = unplaced(None, given, ())
    assert fault.pointer == "/account/site"


def test_tables_of_days_to_come_are_judged_by_todays_policy():
    (found,) = placed(reading(tables=(table(day=date(2099, 1, 1)),))).values()
    assert found.tables_on(None, DAY).day == DAY
    assert found.tables_on(date(2030, 1, 1), DAY).day == date(2030, 1, 1)
    (found,) = placed(reading(tables=(table(day=date(2026, 1, 1)),))).values()
    assert found.tables_on(None, DAY).day == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, "2026-11-20", False),
        ("2026-11-01", "2026-11-30", False),
        ("2026-11-21", "2026-12-21", False),
        ("2026-11-21", None, False),
        ("2026-11-22", "2026-11-22", True),
        ("2026-11-22", None, True),
        ("2026-11-01", "2026-12-22", True),
        (None, "9999-12-31", True),
        ("0001-01-01", "0001-01-01", False),
        (None, None, False),
    ],
)
def test_days_to_come_are_said_once_for_each_document(start, end, said):
    window = sdk.Window(*(each and date.fromisoformat(each) for each in (start, end)))
    one = points(document="acme.report", pointer="/row/2")._replace(window=window)
    found = list(to_come([points(), one, one], DAY))
    assert [(each.code, each.document, each.pointer) for each in found] == [
        ("day_to_come", "acme.report", "/row/2")
    ] * said
