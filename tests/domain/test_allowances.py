"""Limits that allow a number of events whatever the rate: rate AND count."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.domain.limit import delivered
from sellervitals.domain.measurement import Comparator, Target
from sellervitals.domain.rate import Rate
from sellervitals.engine import Engine
from sellervitals.foresight.headroom import headroom
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot

SOURCES = {"s": sdk.Reference("Policy")}
STEPS = tuple(sdk.step(name, "low", "operations")("Do it.") for name in ("one", "two", "three"))
DEFECTS = sdk.Metric(
    id="defects", title="Defect rate", unit="ratio", better="lower", parts=("buyers",), numerator="defects"
)
ON_TIME = sdk.Metric(id="on_time", title="On time", unit="ratio", better="higher", denominator="items")
EBAY = {"must_be": "at_most", "fail": sdk.percent("2"), "source": "s"}


def judged(metric, given, **more):
    ground = sdk.Rule(
        id="acme.rule",
        title=metric.title,
        why="Because.",
        metric=metric.id,
        severity="critical",
        limits=(sdk.limit("2020-01-01", **more),),
        steps=STEPS,
        references=SOURCES,
        since="1",
        minimum_sample=0,
    )
    card = sdk.Scorecard(version="acme-1", weights={ground.id: 1})
    acme = sdk.Marketplace(id="acme", title="Acme", metrics=(metric,), scorecard=card)
    engine = Engine(Registry(marketplaces={"acme": acme}, rules={ground.id: ground}))
    (found,) = engine.evaluate(snapshot("acme", [given], day="2026-01-01")).findings
    return found


def counted(bad, orders, **parts):
    return measurement("defects", numerator=bad, denominator=orders, parts=parts)


@pytest.mark.parametrize(
    ("bad", "orders", "outcome"),
    [(4, 10, "pass"), (5, 10, "fail"), (5, 250, "pass"), (5, 249, "fail"), (0, 1, "pass")],
)
def test_both_the_rate_and_the_number_must_be_broken(bad, orders, outcome):
    assert judged(DEFECTS, counted(bad, orders), allowed=4, **EBAY).outcome == outcome


@pytest.mark.parametrize(("buyers", "outcome"), [(4, "pass"), (5, "fail")])
def test_the_named_part_is_counted_where_it_was_reported(buyers, outcome):
    found = judged(DEFECTS, counted(9, 100, buyers=buyers), allowed=4, allowed_part="buyers", **EBAY)
    assert found.outcome == outcome
    assert "at most 2 % or at most 4 buyers" in found.message


def test_without_the_part_every_event_may_be_one_of_its_own():
    assert judged(DEFECTS, counted(9, 100), allowed=4, allowed_part="buyers", **EBAY).outcome == "fail"
    assert judged(DEFECTS, counted(4, 100), allowed=4, allowed_part="buyers", **EBAY).outcome == "pass"


def test_a_rate_without_counts_can_only_warn():
    found = judged(DEFECTS, measurement("defects", sdk.percent("9")), allowed=4, **EBAY)
    assert found.outcome == "warn"
    assert "how many there were is not known, so it may still hold" in found.message
    assert judged(DEFECTS, measurement("defects", sdk.percent("2")), allowed=4, **EBAY).outcome == "pass"


def test_counts_that_contradict_the_rate_allow_nothing():
    given_ = measurement("defects", sdk.percent("9"), numerator=3, denominator=1000, digits=2)
    found = judged(DEFECTS, given_, allowed=4, **EBAY)
    assert found.outcome == "warn"
    assert "as reported, which its counts contradict" in found.message
    assert found.health == Decimal("0.5")


@pytest.mark.parametrize(("good", "items", "outcome"), [(8, 10, "pass"), (7, 10, "fail"), (93, 100, "pass")])
def test_where_higher_is_better_the_missing_ones_are_counted(good, items, outcome):
    bol = {"must_be": "at_least", "fail": sdk.percent("93"), "source": "s", "allowed": 2}
    given = measurement("on_time", numerator=good, denominator=items)
    found = judged(ON_TIME, given, **bol)
    assert found.outcome == outcome
    assert "or at most 2 other items" in found.message


def test_the_warn_line_has_a_number_of_its_own_and_may_include_its_line():
    top = {"warn": sdk.percent("0.5"), "warn_must_be": "at_most", "warn_allowed": 3, "allowed": 4, **EBAY}
    outcomes = [
        judged(DEFECTS, counted(bad, orders), **top).outcome.value
        for bad, orders in ((3, 10), (4, 10), (5, 1000), (6, 1000), (5, 999))
    ]
    assert outcomes == ["pass", "warn", "pass", "warn", "warn"]
    plain = {**top, "warn_allowed": None, "warn_must_be": None}
    assert judged(DEFECTS, counted(5, 1000), **plain).outcome == "warn"


@given(bad=st.integers(0, 60), orders=st.integers(1, 2000), allowed=st.integers(0, 12))
def test_headroom_is_the_last_number_that_holds(bad, orders, allowed):
    bad = min(bad, orders)
    line = Fraction(2, 100)

    def holds(events, all_orders):
        return Fraction(events, all_orders) <= line or events <= allowed

    found = headroom(bad, orders, Rate(2, 100), Comparator.AT_MOST, allowed=allowed, bad=bad)
    assert found is not None
    assert holds(1, found.bears_one)
    assert found.bears_one == 1 or not holds(1, found.bears_one - 1)
    if bad + found.bad_left <= orders:
        assert holds(bad + found.bad_left, orders)
        assert not holds(bad + found.bad_left + 1, orders)
    if holds(bad, orders):
        assert holds(bad + found.new_bad_left, orders + found.new_bad_left)
        assert not holds(bad + found.new_bad_left + 1, orders + found.new_bad_left + 1)
        assert found.clean_needed == 0
    else:
        assert found.new_bad_left == 0
        assert holds(bad, orders + found.clean_needed)
        assert not holds(bad, orders + found.clean_needed - 1)


@given(pairs=st.tuples(st.integers(0, 60), st.integers(0, 60)), orders=st.integers(60, 2000))
def test_a_worse_number_never_has_better_health(pairs, orders):
    less, more = (judged(DEFECTS, counted(bad, orders), allowed=4, **EBAY).health for bad in sorted(pairs))
    assert more <= less


def test_few_events_are_healthy_though_their_rate_is_not():
    assert judged(DEFECTS, counted(1, 10), allowed=4, **EBAY).health == Decimal("0.9")
    assert judged(DEFECTS, counted(0, 10), allowed=4, **EBAY).health == 1


def test_a_delivered_target_keeps_the_number_of_the_table():
    table = sdk.limit("2020-01-01", allowed=4, allowed_part="buyers", **EBAY)
    applied = delivered(Target(Comparator.AT_MOST, sdk.percent("1")), table)
    assert (applied.allowed, applied.allowed_part, applied.fail) == (4, "buyers", sdk.percent("1"))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"allowed": -1}, "allowed must be a whole number"),
        ({"warn_allowed": 1}, "warn_allowed is given, and no rate"),
        ({"fail": "3", "allowed": 1}, "allowed is given, and no rate"),
        ({"warn_must_be": "at_least"}, "warn_must_be asks for another direction"),
        ({"allowed": 1, "allowed_part": " "}, "allowed_part must be a non-empty text"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(fields, problem):
    with pytest.raises(sdk.MetadataError, match=problem):
        sdk.limit("2020-01-01", **{**EBAY, **fields})
