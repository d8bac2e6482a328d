"""The score adds up: fixed points of the curve, exact sums, caps, coverage and gains."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.domain.finding import Finding, Outcome, Verdict
from sellervitals.domain.measurement import Unit
from sellervitals.domain.standing import Severity
from sellervitals.scoring import Band, health, score

FAIL, PASS, WARN = Verdict(Outcome.FAIL, ""), Verdict(Outcome.PASS, ""), Verdict(Outcome.WARN, "")


def line(must_be, fail, warn=None):
    return sdk.limit("2020-01-01", must_be=must_be, fail=fail, warn=warn, source="s")


def rule(name):
    return sdk.Rule(
        id=f"acme.{name}",
        title=name,
        why="Because.",
        severity=Severity.MEDIUM,
        evaluate=lambda _: PASS,
        steps=(sdk.Step(id="a", text="Do it.", effort="low", owner="operations"),),
        references={"s": sdk.Reference("S")},
        since="1",
    )


RULES = {name: rule(name) for name in "abcdefgh"}


def finding(name, outcome, health=None, severity=Severity.MEDIUM, segment=None):
    return Finding(
        rule=RULES[name],
        segment=segment,
        outcome=outcome,
        severity=severity,
        message="",
        health=None if health is None else Decimal(health),
    )


LOWER = line("below", sdk.percent("1"), sdk.percent("0.5"))
HIGHER = line("at_least", sdk.percent("95"), sdk.percent("97"))


@pytest.mark.parametrize(
    ("verdict", "percent", "limit", "expected"),
    [
        (PASS, "0", LOWER, "1"),
        (WARN, "0.5", LOWER, "0.9"),
        (WARN, "0.75", LOWER, "0.7"),
        (FAIL, "1", LOWER, "0.5"),
        (FAIL, "1.5", LOWER, "0.25"),
        (FAIL, "2", LOWER, "0"),
        (FAIL, "50", LOWER, "0"),
        (PASS, "100", HIGHER, "1"),
        (PASS, "97", HIGHER, "0.9"),
        (WARN, "95", HIGHER, "0.5"),
        (FAIL, "90", HIGHER, "0"),
        (FAIL, "10", HIGHER, "0"),
        (PASS, "0.25", line("below", sdk.percent("1")), "0.875"),
        (WARN, "3", LOWER, "0.5"),  # a limit that cannot fail never costs more than half
    ],
)
def test_the_published_curve_goes_through_its_fixed_points(verdict, percent, limit, expected):
    assert health(verdict, sdk.percent(percent), limit, Unit.RATIO) == Decimal(expected)


@pytest.mark.parametrize(("count", "expected"), [(0, "1"), (1, "0.5"), (2, "0"), (86, "0")])
def test_counts_fail_from_the_first_that_breaks_the_limit(count, expected):
    verdict = FAIL if count else PASS
    assert health(verdict, Decimal(count), line("at_most", "0"), Unit.COUNT) == Decimal(expected)


@pytest.mark.parametrize(
    ("verdict", "stars", "ideal", "expected"),
    [
        (PASS, "9", None, "1"),  # as far above the limit as 0 is below
        (PASS, "6.75", None, "0.75"),
        (PASS, "4.5", None, "0.5"),
        (FAIL, "2.25", None, "0.25"),
        (FAIL, "0", None, "0"),
        (PASS, "5", "5", "1"),
        (PASS, "4.75", "5", "0.75"),
        (FAIL, "4.25", "5", "0.25"),
        (PASS, "4.5", "3", "0.5"),  # an ideal on the bad side of a delivered limit is none
        (FAIL, "2.25", "3", "0.25"),
    ],
)
def test_a_number_that_should_be_high_is_in_full_health_at_its_ideal_or_twice_its_limit(
    verdict, stars, ideal, expected
):
    own = None if ideal is None else Decimal(ideal)
    assert health(verdict, Decimal(stars), line("at_least", "4.5"), Unit.STARS, own) == Decimal(expected)


def test_a_line_at_the_ideal_itself_leaves_no_health_beyond_it():
    everything = line("at_least", sdk.percent("100"))
    assert health(PASS, sdk.percent("100"), everything, Unit.RATIO) == 1
    assert health(FAIL, sdk.percent("99.9"), everything, Unit.RATIO) == 0
    nothing = line("at_most", sdk.percent("0"))
    assert health(PASS, sdk.percent("0"), nothing, Unit.RATIO) == 1
    assert health(FAIL, sdk.percent("0.1"), nothing, Unit.RATIO) == 0


def test_states_take_the_fixed_point_of_their_outcome():
    found = [health(each) for each in (PASS, WARN, FAIL)]
    assert found == [Decimal(1), Decimal("0.9"), Decimal("0.5")]
    assert health(Verdict(Outcome.NO_DATA, "")) is None
    assert health(Verdict(Outcome.FAIL, "", health=Decimal(0))) == 0


outcomes = st.sampled_from(Outcome)
healths = st.decimals(0, 1, places=4)


@st.composite
def some_findings(draw):
    found = []
    for name in draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)):
        for segment in draw(st.sampled_from([(None,), ("x", "y"), ("x", "y", "z")])):
            outcome = draw(outcomes)
            value = draw(healths) if outcome.judged else None
            if value is not None and outcome is Outcome.FAIL:
                value = min(value, Decimal("0.5"))
            found.append(finding(name, outcome, value, draw(st.sampled_from(Severity)), segment))
    return found


weights = st.fixed_dictionaries({f"acme.{name}": st.integers(0, 30) for name in RULES})


@given(some_findings(), weights)
def test_contributions_sum_exactly_to_the_score_minus_100(found, weighed):
    result = score(found, weighed, "v")
    if result.value is None:
        assert result.band is Band.UNKNOWN
        assert not result.contributions
        return
    assert sum(each.points for each in result.contributions) == result.value - 100
    assert all(each.points < 0 for each in result.contributions)
    assert 0 <= result.value <= 100
    assert 0 <= result.coverage <= 1


@given(some_findings(), weights, st.data())
def test_a_worse_health_never_raises_the_score(found, weighed, data):
    before = score(found, weighed, "v").value
    judged = [each for each in found if each.health]
    if before is None or not judged:
        return
    victim = data.draw(st.sampled_from(judged))
    victim.health = data.draw(st.decimals(0, victim.health, places=4))
    after = score(found, weighed, "v").value
    assert after is not None
    assert after <= before


@given(some_findings(), weights)
def test_gain_is_what_the_score_rises_by_when_the_finding_is_put_right(found, weighed):
    before = score(found, weighed, "v").value
    gains = [each.gain for each in found]
    for each, gain in zip(found, gains, strict=True):
        if each.health is None or before is None:
            assert gain is None
            continue
        kept = each.health, each.outcome
        each.health, each.outcome = Decimal(1), Outcome.PASS
        after = score(found, weighed, "v").value
        each.health, each.outcome = kept
        assert after is not None
        assert gain == after - before


@given(some_findings(), weights, st.randoms())
def test_the_order_of_findings_changes_nothing(found, weighed, random):
    before = score(found, weighed, "v")
    random.shuffle(found)
    after = score(found, weighed, "v")
    assert (after.value, after.band, after.coverage, after.cap) == (
        before.value,
        before.band,
        before.coverage,
        before.cap,
    )


def test_an_open_critical_failure_caps_at_49_and_a_high_one_at_79_visibly():
    good = [finding(name, Outcome.PASS, "1") for name in "bcdefgh"]
    weighed = {f"acme.{name}": 10 for name in RULES}
    for severity, at in ((Severity.CRITICAL, 49), (Severity.HIGH, 79)):
        found = [finding("a", Outcome.FAIL, "0.5", severity), *good]
        result = score(found, weighed, "v")
        assert result.value == at
        assert result.cap is not None
        assert (result.cap.rule, result.cap.at) == ("acme.a", at)
        assert result.contributions[-1].reason == "cap"
        assert found[0].gain == 100 - at


def test_unknown_lowers_the_coverage_and_never_counts_as_zero():
    weighed = {"acme.a": 10, "acme.b": 30}
    result = score([finding("a", Outcome.PASS, "1"), finding("b", Outcome.NO_DATA)], weighed, "v")
    assert (result.value, result.coverage, result.band) == (100, Decimal("0.25"), Band.UNKNOWN)


def test_not_applicable_neither_counts_nor_lowers_the_coverage():
    weighed = {"acme.a": 10, "acme.b": 30}
    found = [finding("a", Outcome.PASS, "1"), finding("b", Outcome.NOT_APPLICABLE)]
    result = score(found, weighed, "v")
    assert (result.coverage, result.band) == (1, Band.HEALTHY)


def test_r13_a_critical_rule_that_broke_makes_the_band_unknown():
    weighed = {"acme.a": 90, "acme.b": 1}
    found = [finding("a", Outcome.PASS, "1"), finding("b", Outcome.ERROR, severity=Severity.CRITICAL)]
    assert score(found, weighed, "v").band is Band.UNKNOWN


@pytest.mark.parametrize(
    ("health_", "band"),
    [("0.9", Band.HEALTHY), ("0.8999", Band.WATCH), ("0.7", Band.WATCH), ("0.6999", Band.AT_RISK)]
    + [("0.5", Band.AT_RISK), ("0.4999", Band.CRITICAL)],
)
def test_bands_begin_at_90_70_and_50(health_, band):
    outcome = Outcome.WARN if Decimal(health_) >= Decimal("0.5") else Outcome.FAIL
    assert score([finding("a", outcome, health_)], {"acme.a": 1}, "v").band is band


def test_segments_share_the_weight_of_their_rule():
    weighed = {"acme.a": 10, "acme.b": 10}
    found = [
        finding("a", Outcome.FAIL, "0", segment="x"),
        finding("a", Outcome.PASS, "1", segment="y"),
        finding("b", Outcome.PASS, "1"),
    ]
    assert score(found, weighed, "v").value == 75


@pytest.mark.parametrize("segments", [1, 3, 7, 400, 5000])
def test_failures_spread_over_many_segments_cost_as_much_as_one(segments):
    found = [finding("a", Outcome.FAIL, "0.5", segment=f"{each:04}") for each in range(segments)]
    judged = score([*found, finding("b", Outcome.PASS, "1")], {"acme.a": 1, "acme.b": 82}, "t")
    assert judged.value == Decimal("99.40")
    assert sum(each.points for each in judged.contributions) == judged.value - 100
    assert sum(each.points_lost for each in found) == Decimal("0.60")
    assert all(each.points_lost >= 0 for each in found)


def test_a_rule_without_weight_reports_without_counting():
    found = [finding("a", Outcome.PASS, "1"), finding("b", Outcome.FAIL, "0", Severity.CRITICAL)]
    result = score(found, {"acme.a": 1}, "v")
    assert (result.value, result.cap) == (100, None)


@pytest.mark.parametrize(
    ("must_be", "fail", "first"),
    [
        ("at_most", "0", 1),
        ("at_most", "2.5", 3),
        ("at_most", "3.5", 4),
        ("below", "2.5", 3),
        ("below", "4", 4),
    ],
)
def test_counts_fail_from_the_first_whole_number_that_breaks_the_limit(must_be, fail, first):
    assert health(FAIL, Decimal(first), line(must_be, fail), Unit.COUNT) == Decimal("0.5")
    assert health(FAIL, Decimal(2 * first), line(must_be, fail), Unit.COUNT) == 0


def programme(name, outcome, value=None, *, measured=False, of="FBA"):
    found = finding(name, outcome, value)
    found.rule = replace(found.rule, programme=of)
    found.measurement = sdk.Measurement("m") if measured else None
    return found


WEIGHTS = {f"acme.{name}": 1 for name in RULES}
JUDGED = finding("a", Outcome.PASS, "1")


@pytest.mark.parametrize(
    ("about", "coverage"),
    [
        ([programme("b", Outcome.NO_DATA)], "1"),
        ([programme("b", Outcome.NO_DATA), programme("c", Outcome.NOT_APPLICABLE)], "1"),
        ([programme("b", Outcome.NO_DATA), programme("c", Outcome.PASS, "1", measured=True)], "0.6667"),
        ([programme("b", Outcome.NO_DATA, measured=True)], "0.5"),
        ([programme("b", Outcome.NO_DATA), programme("c", Outcome.PASS, "1")], "0.6667"),
        ([programme("b", Outcome.NO_DATA), programme("c", Outcome.PASS, "1", measured=True, of="SFP")], "1"),
        ([programme("b", Outcome.ERROR)], "0.5"),
        ([programme("b", Outcome.NO_DATA, of="")], "0.5"),
    ],
    ids=[
        "silent",
        "not applicable is no report",
        "one metric reported",
        "reported without a value",
        "a rule on the account judged it",
        "another programme reported",
        "a broken rule always counts",
        "no programme",
    ],
)
def test_a_programme_counts_from_the_first_thing_reported_about_it(about, coverage):
    for found in ([JUDGED, *about], [*about, JUDGED]):
        assert score(found, WEIGHTS, "v").coverage == Decimal(coverage)


@given(some_findings(), weights, st.data())
def test_a_programme_changes_neither_the_value_nor_what_it_is_made_of(found, weighed, data):
    plain = score(found, weighed, "v")
    for each in found:
        each.rule = replace(each.rule, programme=data.draw(st.sampled_from(["", "FBA", "SFP"])))
    taking_part = score(found, weighed, "v")
    assert taking_part._replace(coverage=plain.coverage, band=plain.band) == plain
    assert taking_part.coverage >= plain.coverage
