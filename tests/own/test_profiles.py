"""Own limits and weights: stricter ones decide, looser ones are shown, and nothing ever gets better."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product

import orjson
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.domain.finding import Outcome
from sellervitals.domain.profile import OwnLimit, Profile, profile_of
from sellervitals.encoding import Provenance, encode
from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugins import Registry
from sellervitals.problems import RefusedError
from sellervitals.schemas.profiles import load_profile

STEP = sdk.Step(id="fix", text="Fix it.", effort="low", owner="operations")
SOURCES = {"s": sdk.Reference("Policy")}
DAY = date(2026, 1, 15)
PERCENT = sdk.percent
LATE = sdk.Metric(id="late", title="Late rate", unit="ratio", better="lower", parts=("buyers",))
GOOD = sdk.Metric(id="good", title="Good rate", unit="ratio", better="higher")
POINTS = sdk.Metric(id="points", title="Points", unit="points", better="higher", highest=1000)
OPEN = sdk.Metric(id="cases", title="Cases", unit="count", better="lower")
WORD = sdk.Metric(id="word", title="Word", unit="state", better="lower")


FOUR = sdk.percent("4")


def limit(since="2020-01-01", must_be="below", fail=FOUR, **more):
    return sdk.limit(since, must_be=must_be, fail=fail, source="s", **more)


def rule(name="late", metric="late", **fields):
    made = {
        "id": f"acme.{name}",
        "title": name.capitalize(),
        "why": "Because.",
        "metric": metric,
        "severity": "high",
        "limits": (limit(),),
        "steps": (STEP,),
        "references": SOURCES,
        "since": "1",
        "minimum_sample": 0,
    }
    return sdk.Rule(**{**made, **fields})


def registry(*rules, weights=None):
    marketplace = sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=(LATE, GOOD, POINTS, OPEN, WORD),
        scorecard=sdk.Scorecard(version="acme-1", weights=weights or {each.id: 10 for each in rules}),
        sites={"N": "North", "S": "South"},
        site_ids={"N": "A1N"},
    )
    return Registry(marketplaces={"acme": marketplace}, rules={each.id: each for each in rules})


def own(rule="acme.late", metric=None, unit="ratio", **fields):
    return OwnLimit(rule, metric, sdk.Unit(unit), **fields)


def profile(*limits, **weights):
    return Profile("house", "acme", limits, {f"acme.{name}": weight for name, weight in weights.items()})


def judged(rules, measurements, mine=None, **fields):
    given = {"marketplace": "acme", "site": "N", "seller_id": None, "day": DAY, "profile": mine, **fields}
    return Engine(registry(*rules)).evaluate(sdk.Snapshot(measurements=tuple(measurements), **given))


def only(rules, measurement, mine=None, **fields):
    (found,) = judged(rules, [measurement], mine, **fields).findings
    return found


def rate(value, metric="late", **more):
    return sdk.Measurement(metric, value=PERCENT(value), **more)


LOWER = (limit(fail=PERCENT("4"), warn=PERCENT("3")), "late")
HIGHER = (limit(must_be="at_least", fail=PERCENT("90"), warn=PERCENT("95")), "good")


@pytest.mark.parametrize(
    ("policy", "lines", "outcomes"),
    [
        # a fail line that is stricter: what it asks of a value on it is what the policy asks
        (LOWER, {"fail": "2"}, {"1.99": "pass", "2": "fail", "2.01": "fail", "4": "fail"}),
        (LOWER, {"fail": "3.5"}, {"2.99": "pass", "3": "warn", "3.49": "warn", "3.5": "fail", "4": "fail"}),
        (HIGHER, {"fail": "97"}, {"97.01": "pass", "97": "pass", "96.99": "fail", "89.99": "fail"}),
        (HIGHER, {"fail": "93"}, {"95": "pass", "94.99": "warn", "93": "warn", "92.99": "fail"}),
        # a warn line that is stricter
        (LOWER, {"warn": "1"}, {"0.99": "pass", "1": "warn", "3.99": "warn", "4": "fail"}),
        (HIGHER, {"warn": "98"}, {"98": "pass", "97.99": "warn", "90": "warn", "89.99": "fail"}),
        # both
        (LOWER, {"warn": "1", "fail": "2"}, {"0.99": "pass", "1": "warn", "1.99": "warn", "2": "fail"}),
        (
            HIGHER,
            {"warn": "99", "fail": "98"},
            {"99": "pass", "98.99": "warn", "98": "warn", "97.99": "fail"},
        ),
        # lines that ask for less change nothing
        (LOWER, {"fail": "5"}, {"2.99": "pass", "3": "warn", "4": "fail", "4.99": "fail"}),
        (LOWER, {"warn": "3.5"}, {"2.99": "pass", "3": "warn", "3.49": "warn", "4": "fail"}),
        (HIGHER, {"fail": "80"}, {"95": "pass", "94.99": "warn", "90": "warn", "89.99": "fail"}),
        (HIGHER, {"warn": "91"}, {"95": "pass", "94.99": "warn", "89.99": "fail"}),
        # one of each
        (LOWER, {"warn": "1", "fail": "5"}, {"0.99": "pass", "1": "warn", "3.99": "warn", "4": "fail"}),
        (LOWER, {"warn": "3.2", "fail": "3.5"}, {"2.99": "pass", "3": "warn", "3.49": "warn", "3.5": "fail"}),
    ],
)
def test_u08_every_line_holds_at_just_under_and_just_over_it(policy, lines, outcomes):
    held, metric = policy
    house = profile(own(**{name: PERCENT(line) for name, line in lines.items()}))
    judges = rule(metric=metric, limits=(held,))
    found = {value: only([judges], rate(value, metric), house).outcome.value for value in outcomes}
    assert found == outcomes


def test_a_stricter_limit_decides_and_the_policy_stands_beside_it():
    found = only([rule(severity="critical")], rate("3"), profile(own(fail=PERCENT("2"))))
    assert (found.outcome, found.limit.origin, found.limit.trust) == (Outcome.FAIL, "profile", "own")
    assert (found.policy.outcome, found.policy.limit.fail) == (Outcome.PASS, PERCENT("4"))
    assert found.margin == PERCENT("-1")
    assert found.own_limit.loosened is False
    assert found.message == (
        "Late is 3 %; your own limit is below 2 %. This is your own limit; the policy alone says: pass"
        " (below 4 %)."
    )


def test_a_warning_of_ones_own_is_called_so():
    found = only([rule()], rate("1.5"), profile(own(warn=PERCENT("1"))))
    assert found.message == (
        "Late is 1.5 %: within the limit (below 4 %), but past your own warning level of 1 %."
        " This is your own limit; the policy alone says: pass (below 4 %)."
    )


LOOSER = (
    "Late: your own limit (below 6 %) asks for less than the policy (below 4 %) does; what is looser in it"
    " was not applied."
)


def test_a_looser_limit_never_makes_a_clean_pass_and_is_told():
    evaluation = judged([rule()], [rate("5")], profile(own(fail=PERCENT("6"))))
    (found,) = evaluation.findings
    assert (found.outcome, found.limit.origin, found.policy) == (Outcome.FAIL, "table", None)
    assert found.own_limit.loosened
    (notice,) = evaluation.notices
    assert (notice.code, notice.message) == (
        "limit_loosened",
        LOOSER,
    )
    assert [each.code for each in judged([rule()], [rate("1")], profile(own(fail=PERCENT("6")))).notices] == [
        "limit_loosened"
    ], "also while the value passes"


def test_another_comparator_on_the_same_line_is_stricter_or_looser():
    at_most = rule(limits=(limit(must_be="at_most"),))
    strict = profile(own(fail=PERCENT("4"), must_be=sdk.Comparator.BELOW))
    assert only([at_most], rate("4")).outcome is Outcome.PASS
    assert only([at_most], rate("4"), strict).outcome is Outcome.FAIL
    loose = profile(own(fail=PERCENT("4"), must_be=sdk.Comparator.AT_MOST))
    found = only([rule()], rate("4"), loose)
    assert (found.outcome, found.own_limit.loosened) == (Outcome.FAIL, True)


@pytest.mark.parametrize("trust", ["disputed", "suggested"])
def test_where_the_policy_can_only_warn_an_own_limit_can_fail_and_its_warning_stays(trust):
    weak = rule(limits=(limit(trust=trust),))
    outcomes = {"3.99": "pass", "4": "warn", "4.99": "warn", "5": "fail"}
    for value, outcome in outcomes.items():
        found = only([weak], rate(value), profile(own(fail=PERCENT("5"))))
        assert found.outcome.value == outcome, value
        assert not found.own_limit.loosened
    same = only([weak], rate("4"), profile(own(fail=PERCENT("4"))))
    assert (same.outcome, same.policy.outcome) == (Outcome.FAIL, Outcome.WARN)
    loose = only([weak], rate("4"), profile(own(warn=PERCENT("5"))))
    assert (loose.outcome, loose.own_limit.loosened, loose.limit.origin) == (Outcome.WARN, True, "table")


def test_the_number_of_events_that_the_policy_allows_stays_allowed():
    both = rule(limits=(limit(must_be="at_most", fail=PERCENT("2"), allowed=4),))
    house = profile(own(fail=PERCENT("1")))

    def outcome(top, bottom, mine=house):
        return only([both], sdk.Measurement("late", numerator=top, denominator=bottom), mine).outcome.value

    assert [outcome(top, 100) for top in (1, 4, 5)] == ["pass", "pass", "fail"]
    assert [outcome(top, 1000) for top in (10, 11)] == ["pass", "fail"]
    assert outcome(11, 1000, None) == "pass"
    uncounted = only([both], rate("1.5"), house)
    assert (uncounted.outcome, uncounted.policy.outcome) == (Outcome.WARN, Outcome.PASS)


def test_where_an_allowance_would_hide_the_policys_warning_the_policy_decides():
    both = limit(fail=PERCENT("10"), allowed=4, warn=PERCENT("5"), warn_allowed=2)
    three = sdk.Measurement("late", numerator=3, denominator=50)
    found = only([rule(limits=(both,))], three, profile(own(fail=PERCENT("3"))))
    assert (found.outcome, found.limit.origin, found.policy) == (Outcome.WARN, "table", None)


def test_under_the_policys_own_minimum_an_own_limit_only_warns():
    small = rule(limits=(limit(minimum_sample=100),))
    house = profile(own(fail=PERCENT("2")))
    outcomes = [
        only([small], sdk.Measurement("late", numerator=3, denominator=bottom), house).outcome.value
        for bottom in (99, 100)
    ]
    assert outcomes == ["warn", "fail"]


def test_the_target_of_a_document_is_the_policy_that_counts():
    target = sdk.Target(sdk.Comparator.BELOW, PERCENT("3"))
    measured = rate("2.5", target=target, document="acme.report")
    strict = only([rule()], measured, profile(own(fail=PERCENT("2"))))
    assert (strict.outcome, strict.policy.limit.origin) == (Outcome.FAIL, "document")
    between = only(
        [rule()], rate("3", target=target, document="acme.report"), profile(own(fail=PERCENT("3.5")))
    )
    assert (between.outcome, between.own_limit.loosened) == (Outcome.FAIL, True)
    evaluation = judged([rule()], [measured], profile(own(fail=PERCENT("2"))))
    (drift,) = evaluation.notices
    assert drift.message == (
        "Late: the document asks for below 3 %, the table since 2020-01-01 asks for below 4 %; the document's"
        " target was applied."
    )


def test_numbers_and_counts_have_own_limits_too():
    points = rule("points", "points", limits=(limit(must_be="at_least", fail="400", warn="500"),))
    house = profile(own("acme.points", unit="points", fail=Decimal(600)))
    outcomes = {
        value: only([points], sdk.Measurement("points", value=Decimal(value)), house).outcome.value
        for value in ("600", "599.99", "399")
    }
    assert outcomes == {"600": "pass", "599.99": "fail", "399": "fail"}
    cases = rule("cases", "cases", limits=(limit(fail="5"),))
    none = profile(own("acme.cases", unit="count", fail=Decimal(0), warn=Decimal(0)))
    found = [only([cases], sdk.Measurement("cases", value=Decimal(n)), none).outcome.value for n in (0, 1)]
    assert found == ["pass", "fail"], "nothing is below 0, so 0 meets a line of 0"


def test_a_rule_with_a_judgement_of_its_own_keeps_it_and_the_own_limit_makes_it_graver():
    def judge(case):
        found = sdk.compare(case)
        near = found.outcome is sdk.Outcome.PASS and case.value >= PERCENT("1")
        return found._replace(
            outcome=sdk.Outcome.WARN if near else found.outcome,
            health=Decimal("0.7") if near else None,
            evidence=(sdk.Evidence("acme.report", "/here"),),
        )

    judges = rule(evaluate=judge)
    house = profile(own(fail=PERCENT("2")))
    found = {value: only([judges], rate(value), house) for value in ("0.5", "1", "2", "5")}
    assert [each.outcome.value for each in found.values()] == ["pass", "warn", "fail", "fail"]
    assert found["1"].limit.origin == "table", "the rule itself says more than the own limit"
    assert found["2"].policy.outcome is Outcome.WARN
    assert {each.evidence[0].pointer for each in found.values()} == {"/here"}
    assert found["2"].health <= Decimal("0.5")


def test_a_rule_that_breaks_or_says_that_it_does_not_apply_is_left_alone():
    def broken(_case):
        raise RuntimeError

    def elsewhere(_case):
        return sdk.Verdict(sdk.Outcome.NOT_APPLICABLE, "New sellers have time.")

    for judge, outcome in ((broken, Outcome.ERROR), (elsewhere, Outcome.NOT_APPLICABLE)):
        found = only([rule(evaluate=judge)], rate("5"), profile(own(fail=PERCENT("2"))))
        assert (found.outcome, found.policy) == (outcome, None)
        assert found.own_limit is not None


def test_what_is_not_enforced_for_this_account_yet_stays_so():
    exempt = rate("5", exempt_until=date(2026, 2, 1))
    found = only([rule()], exempt, profile(own(fail=PERCENT("2"))))
    assert (found.outcome, found.policy) == (Outcome.NOT_APPLICABLE, None)


def test_without_a_policy_the_own_limit_judges_alone():
    bare = rule(limits=(limit("2027-01-01"),))
    assert only([bare], rate("3")).outcome is Outcome.NOT_APPLICABLE
    for value, outcome in (("2", "pass"), ("2.01", "fail")):
        found = only([bare], rate(value), profile(own(fail=PERCENT("2"))))
        assert (found.outcome.value, found.policy.limit, found.policy.outcome.value) == (
            outcome,
            None,
            "not_applicable",
        )
    assert found.message.endswith("This is your own limit; the policy alone says: no limit.")


def test_u31_what_only_an_own_limit_judges_neither_raises_the_score_nor_caps_it():
    rules = [rule(severity="critical", limits=()), rule("good", "good", limits=(HIGHER[0],))]
    measured = [rate("3"), rate("89", "good")]
    plain = judged(rules, measured)
    for line, outcome in (("99", "pass"), ("2", "fail")):
        beside = judged(rules, measured, profile(own(fail=PERCENT(line))))
        (house,) = [each for each in beside.findings if each.rule.id == "acme.late"]
        assert (house.outcome.value, house.health, house.points_lost) == (outcome, None, None)
        assert beside.score == plain.score
    north = rule(limits=(limit(sites=("N",)),))
    for line in ("99", "2"):
        scores = [
            judged([north, rules[1]], measured, mine, site=None).score
            for mine in (None, profile(own(fail=PERCENT(line))))
        ]
        assert scores[0] == scores[1]


def test_u11_where_the_site_is_unknown_an_own_limit_passes_nothing():
    north = rule(limits=(limit(sites=("N",)),))
    house = profile(own(fail=PERCENT("50")))
    held = only([north], rate("30"), house, site=None)
    assert (held.outcome, held.unplaced, held.policy) == (Outcome.NOT_APPLICABLE, True, None)
    assert only([north], rate("51"), house, site=None).outcome is Outcome.FAIL


def test_what_was_not_reported_is_not_judged_by_an_own_limit_either():
    house = profile(own(fail=PERCENT("2")))
    for measurements in ((), (sdk.Measurement("late", numerator=0, denominator=0),)):
        (found,) = judged([rule()], measurements, house).findings
        assert (found.outcome, found.policy) == (Outcome.NO_DATA, None)


def test_the_closest_own_limit_counts():
    lines = {
        "1": own(None, "late", fail=PERCENT("1")),
        "2": own(None, "late", fail=PERCENT("2"), site="N"),
        "2.5": own(None, "late", fail=PERCENT("2.5"), segment="mfn"),
        "3": own(fail=PERCENT("3")),
        "3.5": own(fail=PERCENT("3.5"), segment="mfn"),
    }

    def line(keys, **more):
        house = profile(*(lines[key] for key in keys))
        return only([rule()], rate("0", **more), house).limit.fail

    assert line(["1", "2"]) == PERCENT("2")
    assert line(["1", "2", "2.5"], segment="mfn") == PERCENT("2.5")
    assert line(["1", "2", "3", "3.5"]) == PERCENT("3")
    assert line(list(lines), segment="mfn") == PERCENT("3.5")
    assert only([rule()], rate("0"), profile(lines["2"]), site="S").own_limit is None
    assert only([rule()], rate("0"), profile(own("acme.other", fail=PERCENT("1")))).own_limit is None


def test_the_marketplaces_word_is_held_against_the_policy_and_not_against_the_house():
    good = rate("3", verdict="GOOD", good=True)
    found = only([rule()], good, profile(own(fail=PERCENT("2"))))
    assert (found.outcome, found.agrees) == (Outcome.FAIL, True)


def test_a_limit_to_come_is_announced_as_the_policys():
    coming = (limit(), limit("2026-06-01", fail=PERCENT("2.5"), announced="2026-01-01"))
    found = only([rule(limits=coming)], rate("3"), profile(own(fail=PERCENT("2"))))
    assert (found.outcome, found.policy.outcome) == (Outcome.FAIL, Outcome.PASS)
    assert found.announced.outcome is Outcome.FAIL
    assert "From 2026-06-01 this would fail: the limit is then below 2.5 %." in found.message


def test_an_own_warning_never_raises_health():
    without = only([rule()], rate("3.6"))
    found = only([rule()], rate("3.6"), profile(own(warn=PERCENT("3.9"))))
    assert (without.health, found.health) == (Decimal("0.55"), Decimal("0.55"))


def test_weights_change_the_score_and_its_scorecard_says_so():
    rules = [rule(), rule("good", "good", severity="low", limits=(HIGHER[0],))]
    measured = [rate("4"), rate("100", "good")]
    plain, heavy = judged(rules, measured), judged(rules, measured, profile(late=90))
    assert (plain.score.value, plain.score.scorecard) == (Decimal("75.00"), "acme-1")
    assert (heavy.score.value, heavy.score.scorecard) == (Decimal("55.00"), "acme-1+profile")
    assert sum(each.points for each in heavy.score.contributions) == heavy.score.value - 100
    same = judged(rules, measured, profile(own(fail=PERCENT("9"))))
    assert same.score.scorecard == "acme-1"


def test_u31_a_heavy_weight_on_what_is_well_does_not_thin_out_what_is_not():
    rules = [rule(), rule("good", "good", severity="low", limits=(HIGHER[0],))]
    measured = [rate("4"), rate("100", "good")]
    plain, thin = judged(rules, measured), judged(rules, measured, profile(good=90))
    assert thin.score == plain.score
    assert [(each.points_lost, each.gain) for each in thin.findings] == [
        (each.points_lost, each.gain) for each in plain.findings
    ]
    (notice,) = (each for each in thin.notices if each.code == "weights_not_applied")
    assert "would give 79, and the published ones give 75" in notice.message
    equal = judged(rules, measured, profile(good=10))
    assert (equal.score.value, equal.score.scorecard) == (Decimal("75.00"), "acme-1+profile")


def test_no_weight_talks_a_cap_away():
    def judge(_case):
        return sdk.Verdict(sdk.Outcome.FAIL, "Grave.", severity=sdk.Severity.CRITICAL)

    rules = [rule(severity="low", evaluate=judge), rule("good", "good", limits=(HIGHER[0],))]
    found = judged(rules, [rate("4"), rate("100", "good")], profile(late=0))
    assert (found.score.value, found.score.cap.rule) == (Decimal(49), "acme.late")


def test_u31_no_weight_makes_more_of_an_account_known():
    rules = [rule(), rule("good", "good", severity="low", limits=(HIGHER[0],))]
    measured = [rate("100", "good")]
    plain, heavy = judged(rules, measured), judged(rules, measured, profile(good=100))
    assert (plain.score.coverage, heavy.score.coverage) == (Decimal("0.5"), Decimal("0.5"))
    cards = registry(*rules, weights={"acme.late": 90, "acme.good": 10})
    snapshot = sdk.Snapshot("acme", "N", None, tuple(measured), DAY, profile=profile(good=100))
    found = Engine(cards).evaluate(snapshot).score
    assert (found.coverage, found.band.value) == (Decimal("0.1"), "unknown")
    light = judged(rules, [rate("1")], profile(good=0)).score
    assert light.coverage == Decimal("0.5"), "what was not reported stays unknown"
    less = judged(rules, [rate("1")], profile(good=30)).score
    assert less.coverage == Decimal("0.25")


def read(content, *rules, weights=None):
    """Judge a request with a profile of our making; give the faults."""
    rules = rules or (
        rule(aliases=("acme.tardy",)),
        rule("good", "good", severity="low", limits=(HIGHER[0],)),
        rule("points", "points", limits=(limit(must_be="at_least", fail="400"),)),
        rule("word", "word", limits=(), words=(sdk.word("OK", "pass"),)),
        rule("whole", None, reads=("late",), limits=(), evaluate=lambda _case: None),
    )
    request = {
        "account": {"marketplace": "acme", "site": "N"},
        "metrics": {"late": {"value": "1", "unit": "percent"}},
        "profile": load_profile(content, inline=True),
    }
    return take(registry(*rules, weights=weights), request, today=DAY)[0].profile


def faults(content, **more):
    with pytest.raises(RefusedError) as refused:
        read(content, **more)
    return [(each.pointer, each.code) for each in refused.value.faults]


LINE = {"rule": "acme.late", "unit": "percent", "fail": "2"}
FAILED = "validation-failed"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"rule": "acme.none"}, [("rule", FAILED)]),
        ({"rule": "acme.whole"}, [("rule", FAILED)]),
        ({"rule": "acme.word"}, [("rule", FAILED)]),
        ({"rule": None, "metric": "none"}, [("metric", FAILED)]),
        ({"rule": None, "metric": "cases"}, [("metric", FAILED)]),
        ({"rule": None, "metric": "word"}, [("metric", FAILED)]),
        ({"metric": "late"}, [("", FAILED)]),
        ({"rule": None}, [("", FAILED)]),
        ({"unit": None}, [("unit", "unit-missing")]),
        ({"unit": "points"}, [("unit", "unit-mismatch")]),
        ({"rule": "acme.points"}, [("unit", "unit-mismatch")]),
        ({"rule": "acme.points", "unit": None, "fail": "1001"}, [("fail", FAILED)]),
        ({"fail": "100.01"}, [("fail", "unit-mismatch")]),
        ({"unit": "ratio", "fail": "2"}, [("fail", "unit-mismatch")]),
        ({"fail": None}, [("", FAILED)]),
        ({"warn": "2.01"}, [("warn", FAILED)]),
        ({"rule": "acme.good", "warn": "1.99"}, [("warn", FAILED)]),
        ({"comparator": "at_least"}, [("comparator", FAILED)]),
        ({"site": "X"}, [("site", FAILED)]),
        (
            {"comparator": "above", "site": "X", "unit": "days"},
            [("site", FAILED), ("comparator", FAILED), ("unit", "unit-mismatch")],
        ),
    ],
)
def test_a04_every_fault_of_an_own_limit_is_answered_at_its_pointer(change, expected):
    given = {name: value for name, value in {**LINE, **change}.items() if value is not None}
    at = "/profile/limits/0"
    assert faults({"limits": [given]}) == [(f"{at}/{name}" if name else at, code) for name, code in expected]


def test_an_own_limit_is_read_by_the_ids_that_rules_and_sites_have_or_had():
    found = read({"limits": [{**LINE, "rule": "acme.tardy", "site": "A1N"}], "weights": {"acme.tardy": 10}})
    (mine,) = found.limits
    assert (mine.rule, mine.site, mine.fail, found.weights) == (
        "acme.late",
        "N",
        PERCENT("2"),
        {"acme.late": 10},
    )
    assert faults({"limits": [LINE, {**LINE, "rule": "acme.tardy"}]}) == [("/profile/limits/1", FAILED)]
    at_once = {"warn": "2", "fail": "2"}
    assert read({"limits": [{**LINE, **at_once}]}).limits[0].warn == PERCENT("2")


@pytest.mark.parametrize(
    ("weights", "pointers"),
    [
        ({"acme.late": 10, "acme.good": 0}, None),
        ({"acme.late": 100}, None),
        ({"acme.late": 9}, ["acme.late"]),
        ({"acme.late": 101, "acme.good": -1}, ["acme.late", "acme.good"]),
        ({"acme.late": Decimal("10.5"), "acme.good": True}, ["acme.late", "acme.good"]),
        ({"acme.none": 1, "a/b": 1}, ["acme.none", "a~1b"]),
        ({"acme.late": 10, "acme.tardy": 10}, ["acme.tardy"]),
    ],
)
def test_the_guardrails_of_weights(weights, pointers):
    if pointers is None:
        assert read({"weights": weights}).weights == weights
    else:
        assert faults({"weights": weights}) == [(f"/profile/weights/{each}", FAILED) for each in pointers]


def test_at_least_one_rule_weighs_something():
    card = {"acme.good": 5}
    assert faults({"weights": {"acme.good": 0}}, weights=card) == [("/profile/weights", FAILED)]


def test_a_profile_of_another_marketplace_is_refused():
    assert faults({"marketplace": "other"}) == [("/profile/marketplace", FAILED)]


def test_a_profile_is_written_and_read_again_without_loss():
    third = own(fail=sdk.ratio("0.12345678901234567891"), warn=sdk.percent("0.00000000000000000001"))
    whole = own("acme.points", None, "points", fail=Decimal("600.50"), must_be=sdk.Comparator.ABOVE)
    house = Profile("house", "acme", (whole, third), {"acme.late": 12})
    again = profile_of(orjson.loads(orjson.dumps(house.plain())))
    assert (again.plain(), again.digest) == (house.plain(), house.digest)
    assert set(again.limits) == set(house.limits)
    renamed = Profile("other", "acme", (third, whole), {"acme.late": 12})
    assert renamed.digest == house.digest, "neither name nor order is content"
    assert Profile("house", "acme", (third,)).digest != house.digest


PERMILLE = st.integers(0, 60)
SOMETIMES = st.none() | PERMILLE


@st.composite
def policies(draw, better):
    """A policy limit of a rate; thousandths."""
    lower = better == "lower"
    fail, warn = draw(SOMETIMES), draw(SOMETIMES)
    assume(fail is not None or warn is not None)
    if fail is not None and warn is not None:
        fail, warn = (max(fail, warn), min(fail, warn)) if lower else (min(fail, warn), max(fail, warn))
    line = {
        name: sdk.Rate(value, 1000) for name, value in (("fail", fail), ("warn", warn)) if value is not None
    }
    some = st.none() | st.integers(0, 4)
    return sdk.limit(
        "2020-01-01",
        must_be=draw(st.sampled_from(("below", "at_most") if lower else ("above", "at_least"))),
        trust=draw(st.sampled_from(("official", "reported", "disputed", "suggested"))),
        source="s",
        minimum_sample=draw(st.sampled_from((0, 50, 400))),
        allowed=draw(some) if fail is not None else None,
        warn_allowed=draw(some) if warn is not None else None,
        **line,
    )


@st.composite
def own_lines(draw, better):
    fail, warn = draw(SOMETIMES), draw(SOMETIMES)
    assume(fail is not None or warn is not None)
    lower = better == "lower"
    if fail is not None and warn is not None:
        fail, warn = (max(fail, warn), min(fail, warn)) if lower else (min(fail, warn), max(fail, warn))
    words = ("below", "at_most") if lower else ("above", "at_least")
    asked = draw(st.none() | st.sampled_from(words))
    return own(
        fail=None if fail is None else sdk.Rate(fail, 1000),
        warn=None if warn is None else sdk.Rate(warn, 1000),
        must_be=None if asked is None else sdk.Comparator(asked),
    )


@st.composite
def situations(draw):
    better = draw(st.sampled_from(("lower", "higher")))
    bottom = draw(st.sampled_from((10, 49, 50, 100, 399, 1000)))
    top = draw(st.integers(0, min(bottom, 70)))
    counted = draw(st.booleans())
    metric = "late" if better == "lower" else "good"
    measured = (
        sdk.Measurement(metric, numerator=top, denominator=bottom)
        if counted
        else sdk.Measurement(metric, value=sdk.Rate(top, bottom))
    )
    held = draw(policies(better))
    judge = draw(
        st.sampled_from((None, sdk.compare, lambda case: sdk.compare(case)._replace(health=Decimal("0.6"))))
    )
    return rule(metric=metric, limits=(held,), evaluate=judge), measured, draw(own_lines(better))


@given(situations())
def test_u31_nothing_gets_better_by_a_profile(situation):
    judges, measured, mine = situation
    without, beside = judged([judges], [measured]), judged([judges], [measured], profile(mine))
    (before,), (after,) = without.findings, beside.findings
    assert after.outcome.rank <= before.outcome.rank
    assert after.health <= before.health
    assert beside.score.value <= without.score.value
    assert beside.score.coverage == without.score.coverage
    assert after.outcome is not Outcome.PASS or before.outcome is Outcome.PASS
    if after.policy is None:
        assert (after.limit, after.outcome, after.message) == (before.limit, before.outcome, before.message)
    else:
        assert (after.policy.limit, after.policy.outcome) == (before.limit, before.outcome)


@given(situations())
def test_a_profile_equal_to_the_policy_changes_nothing_but_what_it_shows(situation):
    judges, measured, _ = situation
    (held,) = judges.limits
    assume(held.trust.can_fail or held.fail is None)
    same = own(fail=held.fail, warn=held.warn, must_be=held.must_be)
    without, beside = judged([judges], [measured]), judged([judges], [measured], profile(same))
    assert shown(beside) == shown(without)
    assert not beside.findings[0].own_limit.loosened
    assert not beside.notices


def shown(evaluation):
    """The result without what a profile alone brings."""
    provenance = Provenance("1", {}, "r", "d")
    result = orjson.loads(encode(evaluation, id=None, observed_at=datetime.now(UTC), provenance=provenance))
    result.pop("observed_at")
    result.pop("profile")
    for each in result["findings"]:
        each.pop("own_limit")
    return result


def test_the_answer_shows_both_limits():
    house = profile(own(fail=PERCENT("2"), warn=PERCENT("1")))
    evaluation = judged([rule()], [rate("3")], house)
    provenance = Provenance("1", {}, "r", "d")
    result = orjson.loads(encode(evaluation, id=None, observed_at=datetime.now(UTC), provenance=provenance))
    (found,) = result["findings"]
    assert result["profile"] == {"name": "house", "digest": house.digest}
    assert found["own_limit"] == {"comparator": None, "warn": "0.01", "fail": "0.02", "loosened": False}
    assert (found["limit"]["origin"], found["limit"]["fail"], found["limit"]["source"]) == (
        "profile",
        "0.02",
        None,
    )
    assert (found["policy"]["outcome"], found["policy"]["limit"]["fail"]) == ("pass", "0.04")
    assert found["policy"]["limit"]["source"] == {"title": "Policy", "url": None}


def test_u31_an_outcome_is_never_better_whatever_the_lines():
    lines = [None, *(PERCENT(str(each)) for each in (1, 2, 3, 4, 5))]
    for fail, warn in product(lines, lines):
        if (fail is None and warn is None) or (fail is not None and warn is not None and warn > fail):
            continue
        for value in ("0.99", "1", "1.01", "2", "3", "3.99", "4", "5"):
            before = only([rule(limits=(LOWER[0],))], rate(value))
            after = only([rule(limits=(LOWER[0],))], rate(value), profile(own(fail=fail, warn=warn)))
            assert after.outcome.rank <= before.outcome.rank
