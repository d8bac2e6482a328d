"""Roll-ups: tables become measurements, and one that breaks harms nothing but its own metric."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.domain.breakdown import MOST_ITEMS
from sellervitals.limits import LARGEST_COUNT
from sellervitals.rollups import MOST_SEGMENTS, one_of_each, roll_up

DAY = date(2026, 11, 20)
METRICS = (
    sdk.Metric(id="stuck", title="Stuck", unit="count", better="lower"),
    sdk.Metric(id="excess", title="Excess", unit="ratio", better="lower"),
    sdk.Metric(id="mood", title="Mood", unit="state", better="lower"),
)
STOCK = sdk.Table("acme.stock", (3, 4), "N", DAY)
GOOD = sdk.Measurement("excess", numerator=1, denominator=4, document="acme.stock")
NOTHING = sdk.Breakdown((), 0)


def rollup(measure, metric="stuck", tables=("acme.stock",)):
    return sdk.Rollup(metric=metric, tables=tables, measure=measure)


def rolled(*rollups, tables=(STOCK,), measured=()):
    acme = sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=METRICS,
        scorecard=sdk.Scorecard(version="1", weights={"acme.x": 1}),
        rollups=rollups,
    )
    given = sdk.Tables(DAY, "N", {each.name: each for each in tables})
    return roll_up(acme, given, measured)


def total(tables):
    yield sdk.Measurement("stuck", value=Decimal(sum(tables.rows("acme.stock"))), document="acme.stock")


def test_a_table_becomes_a_measurement_of_its_day_and_site():
    (found,), notices = rolled(rollup(total))
    assert (found.metric, found.value, found.site) == ("stuck", Decimal(7), "N")
    assert found.window == sdk.Window(DAY, DAY)
    assert notices == ()


def test_a_window_of_its_own_stays_and_a_table_without_a_day_gives_none():
    own = sdk.Window(date(2026, 11, 1), date(2026, 11, 7))
    (found,), _ = rolled(rollup(lambda tables: [next(total(tables))._replace(window=own)]))
    assert found.window == own
    (found,), _ = rolled(rollup(total), tables=(STOCK._replace(observed_on=None),))
    assert found.window is None


def test_what_was_reported_as_such_is_not_worked_out_again():
    reported = sdk.Measurement("stuck", value=Decimal(1))
    assert rolled(rollup(total), measured=[reported]) == ((), ())


def test_it_is_asked_only_when_one_of_its_tables_was_given():
    both = ("acme.stock", "acme.orders")
    assert rolled(rollup(total, tables=both))[0]
    assert rolled(rollup(total, tables=("acme.orders",))) == ((), ())
    empty = STOCK._replace(rows=())
    (found,), _ = rolled(rollup(total), tables=(empty,))
    assert found.value == 0
    assert "acme.stock" in sdk.Tables(DAY, None, {"acme.stock": empty})
    assert sdk.Tables(DAY, None, {}).rows("acme.stock") == ()


def test_of_two_for_one_metric_the_first_that_answers_counts():
    def none(_):
        return ()

    def second(tables):
        return [next(total(tables))._replace(value=Decimal(99))]

    assert [each.value for each in rolled(rollup(total), rollup(second))[0]] == [7]
    assert [each.value for each in rolled(rollup(none), rollup(second))[0]] == [99]


def raising(_):
    raise SystemExit(1)


def late(tables):
    yield from total(tables)
    raise KeyError("sku")


def gives(*measurements):
    return lambda _: measurements


def stuck(**more):
    return sdk.Measurement("stuck", value=Decimal(1))._replace(**more)


def behind(**more):
    return stuck(breakdown=NOTHING._replace(**more))


def item(**more):
    return behind(items=(sdk.Item("A")._replace(**more),), total=1)


ITEMS = tuple(sdk.Item(f"S{number}") for number in range(MOST_ITEMS + 1))
BROKEN = {
    "raises": raising,
    "raises late": late,
    "gives None": lambda _: None,
    "gives no measurement": gives("stuck"),
    "another metric": gives(GOOD),
    "unknown metric": gives(sdk.Measurement("tea", value=Decimal(1))),
    "NaN": gives(stuck(value=Decimal("NaN"))),
    "infinite": gives(stuck(value=Decimal("Infinity"))),
    "float": gives(stuck(value=1.5)),
    "int": gives(stuck(value=7)),
    "rate for a count": gives(stuck(value=sdk.percent(1))),
    "word for a count": gives(stuck(value="many")),
    "negative count": gives(stuck(denominator=-1)),
    "fractional count": gives(stuck(numerator=Decimal(1), denominator=2)),
    "boolean count": gives(stuck(numerator=True, denominator=2)),
    "part of None": gives(stuck(parts={"a": None})),
    "huge count": gives(stuck(denominator=LARGEST_COUNT + 1)),
    "NUL in the segment": gives(stuck(segment="a\0b")),
    "number as segment": gives(stuck(segment=5)),
    "half a surrogate pair": gives(stuck(rebuilt_from="\ud800")),
    "window of moments": gives(stuck(window=sdk.Window(None, datetime(2026, 1, 1)))),  # noqa: DTZ001
    "window as tuple": gives(stuck(window=(DAY, DAY))),
    "segment twice": gives(stuck(segment="a"), stuck(segment="a")),
    "too many segments": gives(*(stuck(segment=f"{number}") for number in range(MOST_SEGMENTS + 1))),
    "no breakdown": gives(stuck(breakdown=[sdk.Item("A")])),
    "too many items": gives(behind(items=ITEMS, total=len(ITEMS))),
    "more items than there are": gives(behind(items=ITEMS[:2], total=1)),
    "items in a list": gives(behind(items=list(ITEMS[:2]), total=2)),
    "total of None": gives(behind(total=None)),
    "no item": gives(behind(items=("A",), total=1)),
    "item without id": gives(item(id=None)),
    "item with a number as id": gives(item(id=5)),
    "item with a listing of 5": gives(item(listing=5)),
    "item with NUL": gives(item(id="a\0b")),
    "item with NaN": gives(item(value=Decimal("NaN"))),
    "item with a float": gives(item(value=0.1)),
    "item with half a piece": gives(item(units=Decimal("0.5"))),
    "item with money as text": gives(item(money="10 USD")),
    "item with advice in None": gives(item(advice=(None, 5))),
    "item due at a moment": gives(item(deadline=datetime(2026, 1, 1))),  # noqa: DTZ001
    "money as decimal": gives(behind(money=Decimal(10))),
    "money with a number as source": gives(behind(money=sdk.Money(Decimal(1), "USD", 5))),
    "deadline as date": gives(behind(deadlines=(DAY,))),
    "deadline without kind": gives(behind(deadlines=(sdk.Deadline(DAY, "charge", "Charged."),))),
    "deadline of None": gives(behind(deadlines=(sdk.Deadline(None, sdk.DeadlineKind.CHARGE, "x"),))),
    "text too long": gives(item(recommended="x" * 5_000)),
}


@pytest.mark.parametrize("how", BROKEN)
def test_r12_one_that_breaks_leaves_its_metric_unknown_and_harms_no_other(how):
    found, notices = rolled(rollup(BROKEN[how]), rollup(gives(GOOD), "excess"))
    assert [each.metric for each in found] == ["excess"]
    ((code, message, *_),) = notices
    assert code == "rollup_failed"
    assert message.startswith("stuck could not be worked out (")
    assert "secret" not in message


@pytest.mark.parametrize("value", [Decimal("0.5"), "LOW", 3])
def test_a_rate_is_a_rate_and_a_state_a_word(value):
    assert rolled(rollup(gives(sdk.Measurement("excess", value=value)), "excess"))[0] == ()
    kept = rolled(rollup(gives(sdk.Measurement("mood", value=value)), "mood"))[0]
    assert len(kept) == (value == "LOW")


def test_everything_that_a_breakdown_may_hold_is_kept():
    full = sdk.Item(
        "A\x1b[2J",
        listing="B0",
        situation="excess",
        units=3,
        value=sdk.percent(5),
        unit="of stock",
        money=sdk.Money(Decimal(1), "USD", "a column"),
        recommended="Lower the price.",
        advice=("Lower the price.",),
        deadline=DAY,
        pointer="/row/2",
    )
    due = sdk.Deadline(DAY, sdk.DeadlineKind.CHARGE, "Charged.")
    given = stuck(breakdown=sdk.Breakdown((full,), 1, full.money, (due,)))
    (found,), notices = rolled(rollup(gives(given)))
    assert (found.breakdown, notices) == (given.breakdown, ())


@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_tables_of_one_type_the_newest_counts_and_the_answer_says_so(swapped):
    old = STOCK._replace(observed_on=date(2026, 11, 1), rows=(1,))
    given = [STOCK, old] if swapped else [old, STOCK]
    kept, notices = one_of_each([*given, sdk.Table("acme.orders", ())])
    assert kept["acme.stock"] is STOCK
    assert [(each.code, each.document) for each in notices] == [("duplicate_table", "acme.stock")]


def test_of_two_tables_without_a_day_the_first_counts():
    one, two = STOCK._replace(observed_on=None), STOCK._replace(observed_on=None, rows=())
    assert one_of_each([one, two])[0]["acme.stock"] is one
    assert one_of_each([one, STOCK])[0]["acme.stock"] is STOCK


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"metric": ""}, "metric"),
        ({"tables": ["acme.stock"]}, "tables must be a tuple"),
        ({"tables": ()}, "tables must name at least one"),
        ({"measure": 5}, "measure"),
    ],
)
def test_a_rollup_that_cannot_be_used_names_its_field(given, words):
    with pytest.raises(sdk.MetadataError, match=words):
        sdk.Rollup(**{"metric": "stuck", "tables": ("acme.stock",), "measure": total, **given})


def test_a_rollup_of_an_unknown_metric_is_refused():
    with pytest.raises(sdk.MetadataError, match=r"rollups\[0\]\.metric 'tea' is none of the metrics"):
        rolled(rollup(total, "tea"))
