"""The engine: outcomes, the choice of limits, isolation of broken rules, and order that changes nothing."""

import random
from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.domain.finding import Outcome
from sellervitals.domain.standing import Severity
from sellervitals.engine import Engine
from sellervitals.plugins import Registry

STEP = sdk.Step(id="fix", text="Fix it.", effort="low", owner="operations")
HARD = sdk.Step(id="rebuild", text="Rebuild it.", effort="high", owner="engineering")
SOURCES = {"s": sdk.Reference("Policy")}
LATE = sdk.Metric(
    id="late",
    title="Late rate",
    unit="ratio",
    better="lower",
    numerator="late orders",
    denominator="orders",
)
POINTS = sdk.Metric(id="points", title="Points", unit="points", better="higher")
DAY = date(2026, 1, 15)


def rule(name="late", **fields):
    return sdk.Rule(
        **{
            "id": f"acme.{name}",
            "title": "Late rate",
            "why": "Because.",
            "metric": "late",
            "severity": "high",
            "limits": (
                sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="s"),
                sdk.limit("2026-01-01", must_be="below", fail=sdk.percent("2"), source="s"),
            ),
            "steps": (STEP, HARD),
            "references": SOURCES,
            "since": "1",
            **fields,
        }
    )


def engine(*rules, level=None):
    marketplace = sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=(LATE, POINTS),
        scorecard=sdk.Scorecard(version="acme-1", weights={each.id: 1 for each in rules}),
        sites={"N": "North", "S": "South"},
        level=level,
    )
    return Engine(Registry(marketplaces={"acme": marketplace}, rules={each.id: each for each in rules}))


def late(top=3, bottom=100, **fields):
    return sdk.Measurement("late", numerator=top, denominator=bottom, **fields)


def judge(rules, *measurements, **fields):
    given = {"marketplace": "acme", "site": "N", "seller_id": None, "day": DAY, **fields}
    return engine(*rules).evaluate(sdk.Snapshot(measurements=measurements, **given))


def only(evaluation):
    assert len(evaluation.findings) == 1
    return evaluation.findings[0]


def test_the_window_of_a_measurement_chooses_the_limit():
    old = only(judge([rule()], late(window=sdk.Window(None, date(2025, 12, 31)))))
    new = only(judge([rule()], late(window=sdk.Window(None, date(2026, 1, 1)))))
    assert (old.outcome, new.outcome) == (Outcome.PASS, Outcome.FAIL)


def test_as_of_overrides_the_window_and_serves_what_has_none():
    dated = judge([rule()], late(window=sdk.Window(None, DAY)), day=date(2025, 6, 1), dated=True)
    assert only(dated).outcome is Outcome.PASS
    assert only(judge([rule()], late(), day=date(2025, 6, 1))).outcome is Outcome.PASS
    assert only(judge([rule()], late())).outcome is Outcome.FAIL


def test_before_the_first_limit_nothing_applies():
    found = only(judge([rule()], late(), day=date(2019, 12, 31)))
    assert found.outcome is Outcome.NOT_APPLICABLE


def test_the_target_in_the_document_outranks_the_table_and_the_drift_is_said():
    target = sdk.Target(sdk.Comparator.BELOW, sdk.percent("5"))
    evaluation = judge([rule()], late(target=target, document="acme.report", pointer="/late"))
    found = only(evaluation)
    assert found.outcome is Outcome.PASS
    assert found.limit.origin is sdk.Origin.DOCUMENT
    assert [(each.code, each.pointer) for each in evaluation.notices] == [("policy_drift", "/late")]
    assert "below 5 %" in evaluation.notices[0].message
    assert "below 2 %" in evaluation.notices[0].message


def test_a_target_without_any_table_still_judges():
    target = sdk.Target(sdk.Comparator.BELOW, sdk.percent("3"))
    assert only(judge([rule(limits=())], late(target=target))).outcome is Outcome.FAIL
    assert only(judge([rule(limits=())], late())).outcome is Outcome.NOT_APPLICABLE


def test_the_marketplaces_own_verdict_stands_beside_ours():
    said_good = only(judge([rule()], late(verdict="GOOD", good=True)))
    assert (said_good.outcome, said_good.measurement.verdict, said_good.agrees) == (
        Outcome.FAIL,
        "GOOD",
        False,
    )
    assert only(judge([rule()], late(verdict="BAD", good=False))).agrees is True
    assert only(judge([rule()], late(1, verdict="GOOD", good=True))).agrees is True
    assert only(judge([rule()], late(1, verdict="BAD", good=False))).agrees is False
    assert only(judge([rule()], late(verdict="NONE"))).agrees is None


def test_u11_absent_zero_denominator_and_not_applicable_are_three_things():
    assert only(judge([rule()])).outcome is Outcome.NO_DATA
    assert only(judge([rule()], late(0, 0))).outcome is Outcome.NO_DATA
    south = rule(sites=("S",))
    assert only(judge([south])).outcome is Outcome.NOT_APPLICABLE
    assert only(judge([rule()], late(0, 10))).outcome is Outcome.PASS


def test_impossible_counts_alone_decide_nothing():
    found = only(judge([rule()], late(120, 100, verdict="GOOD", good=True)))
    assert (found.outcome, found.value, found.health) == (Outcome.NO_DATA, None, None)
    assert found.message == (
        "Late rate: more late orders than orders, which cannot be, so there is nothing to judge."
        " The report says GOOD."
    )
    stated = only(judge([rule()], late(120, 100, value=sdk.ratio("0.01"), digits=2)))
    assert (stated.outcome, stated.value) == (Outcome.PASS, sdk.ratio("0.01"))


def test_what_is_not_judged_says_why_where_and_when():
    later = only(judge([rule()], late(segment="30d"), day=date(2019, 12, 31)))
    assert later.message.startswith("Late rate (30d): no limit is known for site N on 2019-12-31.")
    assert only(judge([rule()])).message == "Late rate: not reported, so there is nothing to judge."


def test_a_level_that_only_warns_has_a_low_sample_too():
    advice = (sdk.limit("2020-01-01", must_be="below", warn=sdk.percent("4"), source="s"),)
    found = only(judge([rule(limits=advice)], late(2, 5)))
    assert (found.outcome, found.low_sample, found.headroom) == (Outcome.WARN, True, None)
    assert found.interval is not None


def test_missing_metrics_are_listed_once():
    assert judge([rule(), rule("late-again")]).missing == ("late",)


def test_counts_give_headroom_interval_and_low_sample():
    found = only(judge([rule()], late(1, 20)))
    assert found.low_sample
    assert found.headroom.clean_needed == 31
    assert found.interval.low < Decimal("0.05") < found.interval.high
    assert not only(judge([rule()], late(1, 30))).low_sample


def test_a_limit_that_only_warns_hides_no_small_sample():
    advice = sdk.limit("2020-01-01", must_be="below", warn=sdk.percent("2"), source="s")
    found = only(judge([rule(limits=(advice,))], late(1, 20)))
    assert found.low_sample
    assert found.interval.low < Decimal("0.05") < found.interval.high
    assert (found.margin, found.headroom) == (None, None)


def test_counts_that_contradict_the_rate_give_no_headroom():
    found = only(judge([rule()], late(3, 100, value=sdk.ratio("0.009"), digits=3)))
    assert (found.outcome, found.value) == (Outcome.PASS, sdk.ratio("0.009"))
    assert (found.headroom, found.interval) == (None, None)


@pytest.mark.parametrize("better", ["lower", "higher"])
def test_b25_impossible_counts_alone_are_no_verdict_in_either_direction(better):
    word = "below" if better == "lower" else "at_least"
    line = sdk.limit("2020-01-01", must_be=word, fail=sdk.percent("90"), source="s")
    found = only(judge([rule(limits=(line,))], late(110, 100)))
    assert (found.outcome, found.value, found.health) == (Outcome.NO_DATA, None, None)
    assert "more late orders than orders" in found.message
    assert (found.measurement.numerator, found.measurement.denominator) == (110, 100)


@pytest.mark.parametrize("trust", ["disputed", "suggested"])
def test_limits_of_little_trust_only_warn(trust):
    weak = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("2"), source="s", trust=trust)
    found = only(judge([rule(limits=(weak,))], late()))
    assert found.outcome is Outcome.WARN
    assert trust in found.message


def test_a_limit_is_not_enforced_below_its_own_minimum_sample():
    small = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("2"), source="s", minimum_sample=20)
    assert only(judge([rule(limits=(small,))], late(3, 19))).outcome is Outcome.WARN
    assert only(judge([rule(limits=(small,))], late(3, 20))).outcome is Outcome.FAIL


def breaks(how):
    def evaluate(_case):
        if isinstance(how, BaseException):
            raise how
        return how

    return rule("broken", evaluate=evaluate, severity="critical")


BAD_HEALTH = sdk.Verdict(Outcome.PASS, "", health=Decimal(2))
SURROGATE = sdk.Verdict(Outcome.PASS, "\ud800")


@pytest.mark.parametrize(
    "how",
    [ValueError("secret"), SystemExit(1), RecursionError(), None, 5, [], "pass", lambda: 1]
    + [BAD_HEALTH, SURROGATE, sdk.Verdict("splendid", ""), sdk.Verdict(Outcome.PASS, None)]
    + [sdk.Verdict(Outcome.PASS, "x" * 5000), [sdk.Verdict(Outcome.PASS, "")] * 2]
    + [sdk.Verdict(Outcome.PASS, "", health=Decimal("NaN"))],
)
def test_r12_m01_to_m16_a_broken_rule_becomes_an_error_and_harms_no_other(how):
    alone = judge([rule()], late())
    both = judge([rule(), breaks(how)], late())
    broken = next(each for each in both.findings if each.rule.id == "acme.broken")
    other = next(each for each in both.findings if each.rule.id == "acme.late")
    assert broken.outcome is Outcome.ERROR
    assert "secret" not in broken.message
    assert other.message == only(alone).message
    assert other.outcome is only(alone).outcome
    assert both.score.band == "unknown"


@pytest.mark.parametrize("made_of", [{"parts": {"rude": 1}}, {"shares": {"rude": sdk.percent("1")}}])
def test_a_rule_cannot_change_what_the_next_one_sees(made_of):
    def spoils(case):
        (kept,) = (getattr(case.measurement, each) for each in made_of)
        with pytest.raises(TypeError):
            kept["rude"] = 0
        return sdk.Verdict(Outcome.PASS, "Fine.")

    assert only(judge([rule(evaluate=spoils)], late(**made_of))).outcome is Outcome.PASS


def test_a_rule_is_given_only_what_it_declared():
    seen = []

    def look(case):
        seen.append(dict(case.others))
        return sdk.Verdict(Outcome.PASS, "")

    points = sdk.Measurement("points", value=Decimal(5))
    judge([rule(evaluate=look)], late(), points)
    judge([rule(evaluate=look, reads=("points",))], late(), points)
    judge([rule(evaluate=look, metric=None, reads=sdk.ALL_METRICS)], late(), points)
    assert [sorted(each) for each in seen] == [[], ["points"], ["late", "points"]]


def test_a_rule_on_the_account_is_asked_as_of_the_callers_day_else_the_newest_reported():
    days = []

    def look(case):
        days.append(case.day)
        return sdk.Verdict(sdk.Outcome.PASS, "Seen.")

    account = engine(rule(evaluate=look, metric=None, reads=("points",)))
    told = [sdk.Measurement("points", "a", Decimal(1)), sdk.Measurement("points", "b", Decimal(1))]
    dated = [
        each._replace(window=sdk.Window(None, date(2025, 1, 5 + place))) for place, each in enumerate(told)
    ]
    for measured, given in ((dated, False), (dated, True), (told, False)):
        account.evaluate(sdk.Snapshot("acme", "N", None, tuple(measured), DAY, dated=given))
    assert days == [date(2025, 1, 6), DAY, DAY]


def test_a_rule_on_the_account_gives_several_findings_or_no_data():
    def look(_case):
        return [sdk.Verdict(Outcome.WARN, f"{name}.", segment=name) for name in "ab"]

    account = rule(evaluate=look, metric=None, reads=("points",))
    found = judge([account], sdk.Measurement("points", value=Decimal(5))).findings
    assert [(each.segment, each.outcome, each.health) for each in found] == [
        ("a", Outcome.WARN, Decimal("0.9")),
        ("b", Outcome.WARN, Decimal("0.9")),
    ]
    assert only(judge([account])).outcome is Outcome.NO_DATA


def test_actions_come_best_gain_per_effort_first():
    worse = rule(
        "worse",
        severity="medium",
        limits=(sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("1"), source="s"),),
    )
    evaluation = judge([rule(severity="medium"), worse], late())
    rows = [(each.finding.rule.id, each.step.id) for each in evaluation.actions]
    assert rows == [
        ("acme.worse", "fix"),
        ("acme.late", "fix"),
        ("acme.worse", "rebuild"),
        ("acme.late", "rebuild"),
    ]


def test_only_open_findings_have_actions():
    assert judge([rule()], late(0)).actions == ()


def test_order_of_measurements_changes_nothing():
    rules = [rule(), rule("late-again", severity="low")]
    given = [late(n, 100, segment=f"s{n}") for n in range(6)]
    before = judge(rules, *given)
    shuffled = random.Random(7).sample(given, 6)
    after = judge(rules, *shuffled)
    assert [(f.key, f.outcome, f.points_lost) for f in before.findings] == [
        (f.key, f.outcome, f.points_lost) for f in after.findings
    ]
    assert before.score.value == after.score.value


def test_a_fingerprint_names_rule_segment_and_site_whatever_the_value():
    one, two = only(judge([rule()], late(1))), only(judge([rule()], late(50)))
    assert one.fingerprint == two.fingerprint
    assert only(judge([rule()], late(1), site="S")).fingerprint != one.fingerprint
    assert only(judge([rule()], late(1, segment="x"))).fingerprint != one.fingerprint


def test_a_level_that_breaks_is_unknown_and_said():
    def broken(_snapshot):
        raise KeyError("x")

    evaluation = engine(rule(), level=broken).evaluate(
        sdk.Snapshot(marketplace="acme", site="N", seller_id=None, measurements=(late(),), day=DAY)
    )
    assert evaluation.level is None
    assert [each.code for each in evaluation.notices] == ["level_failed"]


def test_plans_are_cached_per_marketplace_site_and_day():
    one = engine(rule())
    assert one.plan("acme", "N", DAY) is one.plan("acme", "N", DAY)
    assert one.plan("acme", "N", DAY) is not one.plan("acme", "S", DAY)


def test_severity_may_be_raised_by_the_verdict():
    grave = rule(evaluate=lambda _: sdk.Verdict(Outcome.FAIL, "", severity=Severity.CRITICAL))
    evaluation = judge([grave], late())
    assert only(evaluation).severity is Severity.CRITICAL
    assert evaluation.score.cap.severity is Severity.CRITICAL


def by_word(case):
    if case.value is not None:
        return sdk.compare(case)
    return sdk.Verdict(Outcome.FAIL, f"The marketplace says {case.measurement.verdict}.")


def test_a_rule_with_a_judgement_of_its_own_is_asked_when_only_the_marketplaces_word_came():
    word = sdk.Measurement("late", verdict="WARNED", good=False)
    found = only(judge([rule(evaluate=by_word)], word))
    assert (found.outcome, found.message) == (Outcome.FAIL, "The marketplace says WARNED.")
    assert (found.value, found.agrees, found.health) == (None, True, Decimal("0.5"))
    for other in (rule(), rule(evaluate=sdk.compare)):
        assert only(judge([other], word)).outcome is Outcome.NO_DATA
    assert only(judge([rule(evaluate=by_word)], sdk.Measurement("late"))).outcome is Outcome.NO_DATA


def test_an_empty_denominator_stays_no_data_whatever_word_came():
    empty = late(0, 0, verdict="GOOD", good=True)
    assert only(judge([rule(evaluate=by_word)], empty)).outcome is Outcome.NO_DATA


@pytest.mark.parametrize(
    ("top", "outcome", "words"),
    [(1_999_999, Outcome.PASS, "just under 2 %"), (2_000_000, Outcome.FAIL, "is 2 %")]
    + [(2_000_001, Outcome.FAIL, "just over 2 %")],
)
def test_a_value_that_rounds_to_the_line_is_not_written_as_the_line(top, outcome, words):
    found = only(judge([rule()], late(top, 100_000_000)))
    assert found.outcome is outcome
    assert words in found.message


def test_an_open_finding_on_a_rolling_window_says_when_it_has_left():
    window = sdk.Window(date(2025, 12, 17), DAY)
    rolls = sdk.Metric(id="late", title="Late", unit="ratio", better="lower", window_days=30, rolling=True)
    marketplace = sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=(rolls,),
        scorecard=sdk.Scorecard(version="1", weights={"acme.late": 1}),
    )
    judging = Engine(Registry(marketplaces={"acme": marketplace}, rules={"acme.late": rule()}))

    def dates(top, window):
        found = judging.evaluate(sdk.Snapshot("acme", None, None, (late(top, window=window),), DAY))
        return [(each.day, each.kind) for each in only(found).deadlines]

    assert dates(3, window) == [(date(2026, 2, 14), sdk.DeadlineKind.RELEASE)]
    assert dates(0, window) == []
    assert dates(3, None) == []


def test_no_policy_of_days_to_come_is_applied():
    window = sdk.Window(date(2025, 12, 1), date(2026, 1, 31))
    snapshot = sdk.Snapshot("acme", None, None, (late(window=window),), date(2025, 12, 20))
    found = engine(rule()).evaluate(snapshot)
    assert found.findings[0].limit.fail == sdk.percent("4")
    assert snapshot.as_of == date(2025, 12, 20)
