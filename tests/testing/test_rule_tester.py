"""RuleTester: what it accepts, and every omission that it must not let pass."""

from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugins import PluginError
from sellervitals.testing import RuleTester, case, measurement

STEPS = (sdk.Step(id="look", text="Look at the orders.", effort="low", owner="operations"),)
SOURCES = {"a": sdk.Reference("A page", "https://a.example/1"), "b": sdk.Reference("Another page")}
ACME = sdk.Marketplace(
    id="acme",
    title="Acme",
    metrics=(
        sdk.Metric(id="late_rate", title="Late rate", unit="ratio", better="lower", numerator="late orders"),
        sdk.Metric(id="points", title="Points", unit="points", better="higher"),
        sdk.Metric(id="state", title="State", unit="state", better="lower"),
    ),
    scorecard=sdk.Scorecard(version="acme-1", weights={"acme.late-rate": 1}),
    sites={"north": "North", "south": "South"},
)
PLAIN = {"why": "Sales stop.", "severity": "high", "steps": STEPS, "references": SOURCES, "since": "0.1"}
LATE = sdk.Rule(
    id="acme.late-rate",
    title="Late rate",
    metric="late_rate",
    limits=(
        sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), warn=sdk.percent("3"), source="a"),
        sdk.limit("2026-01-01", must_be="below", fail=sdk.percent("2"), source="b"),
        sdk.limit("2026-01-01", must_be="at_most", fail=sdk.percent("1"), source="b", sites=("south",)),
    ),
    **PLAIN,
)
COMPLETE = [
    case("2025-12-31", value=sdk.percent("4"), expect="fail", says="below 4 %", severity="high"),
    case("2025-12-31", numerator=3, denominator=100, expect="warn"),
    case("2026-01-01", value=sdk.percent("1.99"), expect="pass"),
    case("2026-01-01", value=sdk.percent("1"), site="south", expect="pass"),
    case("2026-01-01", expect="no_data"),
    case("2019-12-31", value=sdk.percent("1"), expect="not_applicable"),
]


def run(cases, rule=LATE, **more):
    RuleTester(rule, marketplace=ACME, **more).run(cases)


def refusal(cases, rule=LATE, **more):
    with pytest.raises(AssertionError) as caught:
        run(cases, rule, **more)
    return str(caught.value)


def test_a_complete_table_passes():
    run(COMPLETE)


def test_a_wrong_outcome_shows_the_case_and_the_message():
    said = refusal([*COMPLETE, case("2026-03-01", value=sdk.percent("2"), expect="pass")])
    assert "acme.late-rate" in said
    assert "case(day='2026-03-01', value=percent('2')) expects pass, but gives fail" in said
    assert "Late rate is 2 %; the limit is below 2 %." in said


def test_every_wrong_case_is_told_at_once():
    wrong = [case(f"2026-03-0{day}", value=sdk.percent("2"), expect="pass") for day in (1, 2, 3)]
    assert refusal([*COMPLETE, *wrong]).count("expects pass") == 3


def test_a_wrong_message_and_a_wrong_severity_are_told():
    said = refusal(
        [*COMPLETE, case("2026-03-01", value=sdk.percent("2"), expect="fail", says="tea", severity="low")]
    )
    assert "expects a message with 'tea'" in said
    assert "expects severity low, but gives high" in said


def test_a_repeated_case_is_told_whatever_it_expects():
    again = case("2025-12-31", value=sdk.ratio("0.04"), expect="warn")
    assert "stands twice in the table" in refusal([*COMPLETE, again])


@pytest.mark.parametrize(("left_out", "place"), [(slice(2), 0), (slice(2, 3), 1), (slice(3, 4), 2)])
def test_a_limit_that_no_case_reaches_is_named(left_out, place):
    cases = list(COMPLETE)
    del cases[left_out]
    assert f"limits[{place}], in force since" in refusal(cases)


def test_a_table_without_a_failing_case_is_refused():
    assert "no case fails." in refusal([*COMPLETE[1:]])


def test_a_table_without_a_passing_case_is_refused():
    cases = [each for each in COMPLETE if each.expect != "pass"]
    assert "no case passes." in refusal(cases)


def test_an_empty_table_is_refused():
    assert "no case passes." in refusal([])


@pytest.mark.parametrize("word", ["passes", "error", "", "FAIL"])
def test_an_unknown_outcome_is_refused(word):
    said = refusal([*COMPLETE, case("2026-03-01", value=sdk.percent("2"), expect=word)])
    assert f"expect={word!r} is no outcome" in said


def test_unknown_severities_empty_words_and_unknown_expectations_are_refused():
    assert "is no severity" in refusal(
        [*COMPLETE, case("2026-03-01", value=sdk.percent("2"), expect="fail", severity="bad")]
    )
    assert "expects nothing" in refusal(
        [*COMPLETE, case("2026-03-01", value=sdk.percent("2"), expect="fail", says="")]
    )
    with pytest.raises(TypeError, match="message"):
        case("2026-03-01", expect="fail", message="x")


def test_a_rule_whose_limits_cannot_fail_needs_a_warning():
    limit = sdk.limit("2020-01-01", must_be="at_least", warn="100", source="a")
    soft = sdk.Rule(id="acme.points", title="Points", metric="points", limits=(limit,), **PLAIN)
    passing = case("2026-01-01", value=101, expect="pass")
    run([passing, case("2026-01-01", value="99", expect="warn")], soft)
    assert "no case warns, and the rule cannot fail." in refusal([passing], soft)


def test_a_rule_that_warns_at_worst_says_so_and_is_held_to_it():
    def grade(case):
        return sdk.Verdict(sdk.Outcome(case.value), "As told.")

    rule = sdk.Rule(id="acme.state", title="State", metric="state", evaluate=grade, **PLAIN)
    cases = [case("2026-01-01", value=word, expect=word) for word in ("pass", "warn")]
    run(cases, rule, worst="warn")
    assert "no case fails." in refusal(cases, rule)
    cases.append(case("2026-01-01", value="fail", expect="fail"))
    assert "said to warn at worst" in refusal(cases, rule, worst="warn")


def test_a_rule_that_raises_is_shown_with_its_case():
    rule = sdk.Rule(id="acme.state", title="State", metric="state", evaluate=lambda _: 1 / 0, **PLAIN)
    said = refusal([case("2026-01-01", value="x", expect="pass")], rule)
    assert "gives error" in said
    assert "ZeroDivisionError" in said


def test_the_target_of_the_document_and_the_counts_are_taken():
    target = sdk.Target(sdk.Comparator.BELOW, sdk.percent("1.5"))
    run(
        [
            *COMPLETE,
            case(
                "2026-01-01",
                value=sdk.percent("1.5"),
                numerator=15,
                denominator=1000,
                target=target,
                verdict="GOOD",
                good=True,
                expect="fail",
                says=("late orders: 15 of 1,000 orders", "target in the document"),
            ),
            case("2026-01-01", numerator=0, denominator=0, expect="no_data", says="no orders"),
        ]
    )


def test_rules_on_the_account_see_the_other_measurements():
    def all_good(case):
        late = [each for each in case.others.get("late_rate", ()) if each.value > sdk.percent("5")]
        bad = [sdk.Verdict(sdk.Outcome.FAIL, "Too late.", segment=each.segment) for each in late]
        return bad or [sdk.Verdict(sdk.Outcome.PASS, "All in time.")]

    rule = sdk.Rule(id="acme.all", title="All", reads=("late_rate",), evaluate=all_good, **PLAIN)
    late = measurement("late_rate", sdk.percent("9"), segment="a")
    good = measurement("late_rate", sdk.percent("1"))
    cases = [
        case("2026-01-01", others=[late, good], expect="fail", segment="a"),
        case("2026-01-01", others=[late], expect="fail"),
        case("2026-01-01", others=[good], expect="pass"),
        case("2026-01-01", expect="no_data"),
    ]
    run(cases, rule)
    assert "gives no finding with segment 'b'" in refusal(
        [*cases, case("2026-01-01", others=[late], segment="b", expect="fail")], rule
    )
    assert "has no metric of its own" in refusal([case("2026-01-01", value=1, expect="pass")], rule)


def test_rules_that_look_back_are_given_what_is_older():
    def rising(case):
        before = [each.value for each in case.history.get("late_rate", ())]
        worse = before and case.value > before[-1]
        return sdk.Verdict(sdk.Outcome.FAIL if worse else sdk.Outcome.PASS, f"{len(before)} older.")

    rule = sdk.Rule(id="acme.rising", title="Rising", metric="late_rate", evaluate=rising, **PLAIN)
    older = [measurement("late_rate", sdk.percent("9")), measurement("late_rate", sdk.percent("2"))]
    cases = [
        case("2026-01-01", value=sdk.percent("3"), history=older, expect="fail", says="2 older"),
        case("2026-01-01", value=sdk.percent("2"), history=older, expect="pass"),
        case("2026-01-01", value=sdk.percent("3"), expect="pass", says="0 older"),
    ]
    run(cases, rule)
    wrong = case("2026-01-01", value=sdk.percent("1"), history=older * 90, expect="fail")
    assert "history=[180 measurements]) expects fail" in refusal([*cases, wrong], rule)


@pytest.mark.parametrize("value", ["4", 4, Decimal("0.04")])
def test_a_rate_given_as_a_bare_number_is_refused(value):
    said = refusal([*COMPLETE, case("2026-01-01", value=value, expect="fail")])
    assert "late_rate is a ratio, its value must be a Rate" in said


def test_floats_are_refused():
    with pytest.raises(TypeError, match="no exact value"):
        case("2026-01-01", value=0.1, expect="fail")


def test_a_rule_of_another_marketplace_or_metric_is_refused():
    other = sdk.Rule(id="other.late", title="Late", metric="late_rate", **PLAIN)
    with pytest.raises(PluginError, match=r"other\.late: marketplace"):
        RuleTester(other, marketplace=ACME)
    unknown = sdk.Rule(id="acme.late", title="Late", metric="tea", **PLAIN)
    with pytest.raises(PluginError, match=r"acme\.late: metric 'tea'"):
        RuleTester(unknown, marketplace=ACME)


STUCK = sdk.Metric(id="stuck", title="Stuck", unit="count", better="lower", parts=("aged", "unlisted"))
STORE = sdk.Marketplace(
    id="acme",
    title="Acme",
    metrics=(STUCK,),
    scorecard=sdk.Scorecard(version="acme-1", weights={"acme.stuck": 1}),
)


def looks_back(case):
    verdict = sdk.compare(case)
    items = case.measurement.breakdown.total if case.measurement.breakdown else 0
    older = [str(each.value) for each in case.history.get("stuck", ())]
    return verdict._replace(message=f"{verdict.message} {items} items; before: {', '.join(older)}.")


PILES = sdk.Rule(
    id="acme.stuck",
    title="Stuck",
    metric="stuck",
    evaluate=looks_back,
    causes={
        name: (sdk.Step(id=name, text=f"See {name}.", effort="low", owner="operations"),)
        for name in STUCK.parts
    },
    limits=(
        sdk.limit("2020-01-01", must_be="at_most", fail="10", source="a"),
        sdk.limit("2027-01-01", must_be="at_most", fail="5", source="a", announced="2026-06-01"),
    ),
    **PLAIN,
)
TOLD = [
    case("2026-01-01", value=6, expect="pass", announces=""),
    case("2026-06-01", value=6, expect="pass", announces="fail", says="From 2027-01-01"),
    case(
        "2026-06-01", value=11, parts={"aged": 1, "unlisted": 2}, expect="fail", causes=("unlisted", "aged")
    ),
    case(
        "2027-01-01",
        value=6,
        breakdown=sdk.Breakdown((), 3),
        history=[measurement("stuck", 1), measurement("stuck", 2)],
        expect="fail",
        says="3 items; before: 1, 2.",
        causes=(),
    ),
]


def store_refusal(wrong):
    with pytest.raises(AssertionError) as caught:
        RuleTester(PILES, marketplace=STORE).run([*TOLD, wrong])
    return str(caught.value)


def test_parts_cases_and_older_measurements_are_given_and_announcements_and_causes_expected():
    RuleTester(PILES, marketplace=STORE).run(TOLD)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ({"announces": ""}, "expects nothing announced, but gives fail"),
        ({"announces": "warn"}, "expects warn announced, but gives fail"),
        ({"announces": "pass"}, "announces='pass' is neither"),
        ({"causes": ("aged",)}, "expects causes ('aged',), but gives ()"),
    ],
)
def test_another_announcement_or_cause_is_told(expected, words):
    assert words in store_refusal(case("2026-07-01", value=7, expect="pass", **expected))


def test_cases_that_differ_in_what_stands_behind_the_number_are_not_repeated():
    assert "stands twice" not in store_refusal(
        case("2026-06-01", value=11, parts={"aged": 1}, expect="pass", causes=("aged",))
    )
    again = case("2026-06-01", value=11, parts={"aged": 1, "unlisted": 2}, expect="fail")
    assert "stands twice" in store_refusal(again)
