"""Simulations through the engine: nothing changes nothing, one event decides, a goal is really reached."""

from datetime import UTC, datetime
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.domain.measurement import Better, Comparator, Measurement, Quote, Unit
from sellervitals.domain.standing import Severity
from sellervitals.foresight.headroom import headroom
from sellervitals.judge import Judge
from sellervitals.plugin import Metric, percent, ratio
from sellervitals.plugins import discover
from sellervitals.problems import RefusedError
from sellervitals.simulating.altering import ImpossibleError, Move, moved, uncounted
from sellervitals.simulating.simulation import Base, simulate

JUDGE = Judge(discover())
NOW = datetime(2026, 11, 22, tzinfo=UTC)
UNCHANGED = ("new", "worse", "better", "fixed", "unjudged", "judged")
MARKETPLACES = JUDGE.registry.marketplaces
SHOP = {"marketplace": "generic"}
"""Any marketplace: limits come along, so that every comparator can be had."""
counts = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def asked(account, metrics, changes=None, goal=None, day="2026-11-22", **more):
    request = {"account": account, "as_of": datetime.fromisoformat(day).date(), "metrics": metrics}
    return simulate(JUDGE, Base(request, NOW), {"changes": changes, "goal": goal, **more})


def own(top, bottom, line, comparator):
    """A rate of the caller's own with its limit."""
    given = {"unit": "ratio", "target": str(line), "comparator": comparator.value, "severity": "high"}
    return {"own": {"numerator": top, "denominator": bottom, **given}}


def outcome(answer, segment="own"):
    return next(each["outcome"] for each in answer["result"]["findings"] if each["segment"] == segment)


lines = st.decimals("0.001", "0.999", places=3)
rules = st.sampled_from(Comparator)


@st.composite
def accounts(draw):
    """Some plain metrics of any marketplace, with counts or without."""
    marketplace = draw(st.sampled_from([*MARKETPLACES.values()]))
    metrics = {}
    known = [each for each in marketplace.metrics if each.id not in marketplace.families]
    for metric in draw(st.lists(st.sampled_from(known), min_size=1, max_size=6, unique=True)):
        given = {"segment": metric.segments[0]} if metric.segments else {}
        if metric.unit is Unit.STATE:
            given["value"] = metric.states[0] if metric.states else "SOMETHING"
        elif metric.unit is Unit.RATIO and draw(st.booleans()):
            given["numerator"], given["denominator"] = draw(counts)
        elif metric.unit is Unit.RATIO:
            given |= {"value": str(draw(lines)), "unit": "ratio"}
        else:
            given["value"] = draw(st.integers(0, metric.highest or 500))
        metrics[metric.id] = given
    site = draw(st.sampled_from([None, *marketplace.sites]))
    return {"marketplace": marketplace.id, **({"site": site} if site else {})}, metrics


@given(accounts())
def test_no_change_changes_nothing(account):
    idle = {"metrics": {name: {"add": {"bad": 0, "good": 0}, "clean": 0, "remove": 0} for name in account[1]}}
    for changes in ({}, idle):
        answer = asked(*account, changes)
        assert answer["before"] == answer["after"]
        assert not [each for each in UNCHANGED if answer[each]]
        assert answer["score_change"] in {"0", None}
        assert answer["assumptions"] == []


@given(counts, lines, rules)
def test_m_clean_orders_recover_and_m_minus_one_do_not(count, line, comparator):
    found = headroom(*count, ratio(str(line)), comparator)
    assert found is not None
    m = found.clean_needed
    metrics = own(*count, line, comparator)
    for clean in {m, max(m - 1, 0)}:
        for changes in ({"clean_orders": clean}, {"metrics": {"own": {"clean": clean}}}):
            answer = asked(SHOP, metrics, changes, result=True)
            assert (outcome(answer) == "fail") == (clean < m)


@given(counts, lines, rules)
def test_headroom_k_passes_and_k_plus_one_fails(count, line, comparator):
    found = headroom(*count, ratio(str(line)), comparator)
    assert found is not None
    k, now = found.new_bad_left, found.bad_left >= 0
    metrics = own(*count, line, comparator)
    for bad, fails in ((k, not now), (k + 1, True)):
        answer = asked(SHOP, metrics, {"metrics": {"own": {"add": {"bad": bad}}}}, result=True)
        assert (outcome(answer) == "fail") == fails


@given(counts, lines, rules)
def test_as_many_removals_as_headroom_lacks_are_enough(count, line, comparator):
    found = headroom(*count, ratio(str(line)), comparator)
    assert found is not None
    needed = max(-found.bad_left, 0)
    lower = comparator.better is Better.LOWER
    most = count[0] if lower else count[1] - count[0]
    metrics = own(*count, line, comparator)
    for removed in {needed, max(needed - 1, 0)}:
        changes = {"metrics": {"own": {"remove": removed}}}
        if removed > most:
            with pytest.raises(RefusedError, match="more than"):
                asked(SHOP, metrics, changes)
            continue
        assert (outcome(asked(SHOP, metrics, changes, result=True)) == "fail") == (removed < needed)


@st.composite
def small_accounts(draw):
    """Two rates of the caller's own that count the same, small enough to try everything."""
    metrics = {}
    for name in ("one", "two"):
        bottom = draw(st.integers(1, 12))
        top = draw(st.integers(0, bottom))
        comparator = draw(st.sampled_from(["<", "<=", ">", ">="]))
        target = draw(st.sampled_from(["0.2", "0.25", "0.5", "0.75", "0.8"]))
        metrics[name] = {"numerator": top, "denominator": bottom, "unit": "ratio", "severity": "high"}
        metrics[name] |= {"comparator": comparator, "target": target}
    return metrics


def nothing_fails(metrics, clean, removed):
    """Work the counts out by hand."""
    for each, less in zip(metrics.values(), removed, strict=True):
        top, bottom = each["numerator"], each["denominator"]
        lower = "<" in each["comparator"]
        if less > (top if lower else bottom - top):
            return None
        top, bottom = (top - less if lower else top + clean + less), bottom + clean
        line = Decimal(each["target"]) * bottom
        held = {"<": top < line, "<=": top <= line, ">": top > line, ">=": top >= line}
        if not held[each["comparator"]]:
            return False
    return True


@given(small_accounts(), st.integers(1, 9), st.integers(1, 9))
def test_u34_a_goal_is_reached_by_what_is_told_and_nothing_cheaper_reaches_it(
    metrics, clean_effort, remove_effort
):
    effort = {"clean": Decimal(clean_effort), "remove": Decimal(remove_effort)}
    goal = asked(SHOP, metrics, goal={"id": "safe", "effort": effort})["goal"]
    tried = [
        (clean * clean_effort + sum(removed) * remove_effort, clean + sum(removed))
        for clean in range(50)
        for removed in product(range(13), repeat=2)
        if nothing_fails(metrics, clean, removed)
    ]
    assert goal["met"] == (min(tried, default=None) == (0, 0))
    if goal["met"]:
        return
    if not tried:
        assert goal["cheapest"] is None
        return
    best = goal["cheapest"]
    assert best["proved"]
    amounts = sum(each["amount"] for each in best["steps"])
    assert (Decimal(best["effort"]), amounts) == min(tried)
    then = asked(SHOP, metrics, best["changes"], {"id": "safe"})
    assert then["goal"]["met"]
    for each in goal["singles"]:
        if each["amount"] is not None and each["metric"] is None:
            alone = {"clean": {each["denominator"]: each["amount"]}}
            assert asked(SHOP, metrics, alone, {"id": "safe"})["goal"]["met"]
            less = {"clean": {each["denominator"]: each["amount"] - 1}}
            assert not asked(SHOP, metrics, less, {"id": "safe"})["goal"]["met"]


@given(accounts(), st.sampled_from(["safe", "clean"]))
def test_u34_nothing_is_claimed_that_the_rules_do_not_confirm(account, name):
    goal = asked(*account, goal={"id": name})["goal"]
    nobody_knows = any("nobody knows" in each for each in goal["notices"])
    lists = (goal["blocking"], goal["unknown"], goal["unreachable"])
    assert goal["met"] == (not any(lists) and not nobody_knows)
    if goal["cheapest"] is None:
        assert not goal["clears"]
        return
    then = asked(*account, goal["cheapest"]["changes"], {"id": name})["goal"]
    assert (then["blocking"], then["unreachable"]) == ([], [])
    assert then["met"] == goal["clears"]


RATE = Metric(id="late", title="Late", unit="ratio", better="lower")
SERVED = Metric(id="served", title="Served", unit="ratio", better="higher")
CASES = Metric(id="cases", title="Cases", unit="count", better="lower")


def test_a_changed_measurement_keeps_its_target_and_loses_what_was_said_of_it():
    before = Measurement(
        "late",
        value=percent("1.2"),
        digits=3,
        numerator=12,
        denominator=1000,
        verdict="BAD",
        good=False,
        quotes=(Quote("Do better."),),
        severity=Severity.HIGH,
        document="report",
        shares={"a": percent("1")},
    )
    after = moved(before, RATE, Move("late", None, bad=1, good=10, removed=3))
    assert (after.value, after.digits, after.numerator, after.denominator) == (None, None, 10, 1011)
    assert (after.verdict, after.good, after.quotes, after.severity, after.shares) == (
        None,
        None,
        (),
        None,
        {},
    )
    assert (after.target, after.document) == (before.target, "report")
    assert moved(before, RATE, Move("late", None)) is before
    typed = moved(before._replace(document="metrics"), RATE, Move("late", None, good=1))
    assert typed.severity is Severity.HIGH


def test_parts_are_the_most_that_they_can_be():
    before = Measurement("late", numerator=8, denominator=100, parts={"buyers": 3, "claims": 6})
    assert moved(before, RATE, Move("late", None, removed=4)).parts == {"buyers": 3, "claims": 4}
    assert moved(before, RATE, Move("late", None, bad=2)).parts == {"buyers": 5, "claims": 8}
    assert moved(before, RATE, Move("late", None, good=2)).parts == {"buyers": 3, "claims": 6}
    alone = moved(before._replace(exclusive=True), RATE, Move("late", None, removed=4))
    assert (alone.parts, alone.exclusive) == ({}, False)
    cases = Measurement("cases", value=Decimal(5), parts={"open": 5})
    assert moved(cases, CASES, Move("cases", None, removed=2)).parts == {"open": 3}


def test_a_miss_that_is_removed_becomes_good():
    before = Measurement("served", numerator=90, denominator=100)
    after = moved(before, SERVED, Move("served", None, bad=2, good=5, removed=4))
    assert (after.numerator, after.denominator) == (99, 107)


@pytest.mark.parametrize(
    ("measurement", "metric", "says"),
    [
        (Measurement("late", value=percent("1")), RATE, "without its counts"),
        (Measurement("late", numerator=3, denominator=2), RATE, "cannot be"),
        (Measurement("late", value=percent("1"), digits=2, numerator=3, denominator=9), RATE, "contradict"),
        (Measurement("cases"), CASES, "no value"),
    ],
)
def test_what_is_not_counted_is_not_moved(measurement, metric, says):
    assert says in uncounted(measurement, metric)
    with pytest.raises(ImpossibleError, match=says):
        moved(measurement, metric, Move(metric.id, None, bad=1))


def test_what_counts_the_same_is_shared_only_where_it_is_counted():
    request = {
        "account": {"marketplace": "amazon", "site": "US"},
        "metrics": {
            "order_defect_rate": {"segment": "mfn", "numerator": 1, "denominator": 100},
            "cancellation_rate": {"value": "1", "unit": "percent"},
            "valid_tracking_rate": {"numerator": 99, "denominator": 100},
        },
    }
    answer = simulate(JUDGE, Base(request, NOW), {"changes": {"clean_orders": 5}, "result": True})
    found = {each["rule"]: each["denominator"] for each in answer["result"]["findings"]}
    assert found["amazon.order-defect-rate"] == 105
    assert found["amazon.valid-tracking-rate"] == 100
    assert found["amazon.cancellation-rate"] is None
