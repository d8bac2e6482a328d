"""Announced limits: told from the day they were published, never before, and never in place of a verdict."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.domain.limit import upcoming
from sellervitals.engine import Engine
from sellervitals.plan import Plan
from sellervitals.plugins import Registry

RATE = sdk.Metric(id="late", title="Late", unit="ratio", better="lower", denominator="orders")
STEP = sdk.Step(id="fix", text="Fix it.", effort="low", owner="operations")
NOW = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="s")
NEXT = sdk.limit("2027-01-01", must_be="below", fail=sdk.percent("2"), source="s", announced="2026-06-01")


def found(*limits, value="3", day="2026-11-22", site="N", segment=None, evaluate=None, target=None, **more):
    rule = sdk.Rule(
        id="acme.late",
        title="Late rate",
        why="It counts.",
        metric="late",
        severity="high",
        limits=limits or (NOW, NEXT),
        steps=(STEP,),
        references={"s": sdk.Reference("Policy")},
        since="1",
        evaluate=evaluate,
    )
    acme = sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=(RATE,),
        scorecard=sdk.Scorecard(version="1", weights={"acme.late": 1}),
        sites={"N": "North", "S": "South"},
    )
    given = sdk.Measurement(
        "late", segment, None if value is None else sdk.percent(value), target=target, **more
    )
    snapshot = sdk.Snapshot("acme", site, None, (given,), date.fromisoformat(day), dated=True)
    evaluation = Engine(Registry(marketplaces={"acme": acme}, rules={"acme.late": rule})).evaluate(snapshot)
    return evaluation.findings[0]


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-05-31", False), ("2026-06-01", True), ("2026-12-31", True), ("2027-01-01", False)],
)
def test_nobody_is_told_before_it_was_published_nor_once_it_holds(day, told):
    finding = found(day=day)
    assert bool(finding.announced) is told
    assert ("From 2027-01-01" in finding.message) is told
    assert [each.kind for each in finding.deadlines] == [sdk.DeadlineKind.LIMIT_CHANGE] * told


def test_the_finding_stays_as_it_is_and_says_what_will_be():
    finding = found()
    assert finding.outcome is sdk.Outcome.PASS
    assert (finding.announced.limit, finding.announced.outcome) == (NEXT, sdk.Outcome.FAIL)
    assert finding.message.endswith("From 2027-01-01 this would fail: the limit is then below 2 %.")
    (deadline,) = finding.deadlines
    assert deadline.day == date(2027, 1, 1)
    assert deadline.says.startswith("Late rate: From 2027-01-01")
    assert finding.health == found(NOW).health


def test_who_keeps_the_coming_limit_and_not_its_margin_is_told_of_the_margin():
    ahead = sdk.limit(
        "2027-01-01",
        must_be="below",
        fail=sdk.percent("3.5"),
        warn=sdk.percent("2.5"),
        source="s",
        announced="2026-06-01",
    )
    says = "From 2027-01-01 this would {}."
    assert found(NOW, ahead).message.endswith(says.format("warn: the warning level is then 2.5 %"))
    broken = found(NOW, ahead, value="3.6").message
    assert broken.endswith(says.format("fail: the limit is then below 3.5 %"))


def test_without_a_day_of_publication_it_is_told_at_once():
    limit = sdk.limit("2027-01-01", must_be="below", fail=sdk.percent("2"), source="s")
    assert found(NOW, limit, day="2020-01-01").announced


@pytest.mark.parametrize("value", ["1", "4"])
def test_a_limit_that_changes_nothing_for_the_value_is_not_told(value):
    assert found(value=value).announced is None


def test_a_limit_that_gets_laxer_is_not_told():
    laxer = sdk.limit(
        "2027-01-01", must_be="below", fail=sdk.percent("9"), source="s", announced="2026-01-01"
    )
    assert found(NOW, laxer, value="5").announced is None


def test_the_first_that_makes_a_difference_is_told():
    more = [
        sdk.limit(
            f"{year}-01-01", must_be="below", fail=sdk.percent(line), source="s", announced="2026-01-01"
        )
        for year, line in ((2027, "3.5"), (2028, "2.5"), (2029, "2"))
    ]
    assert found(NOW, *more).announced.limit is more[1]


def test_a_warning_becomes_a_failure():
    now = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent(4), warn=sdk.percent(3), source="s")
    finding = found(now, NEXT)
    assert (finding.outcome, finding.announced.outcome) == (sdk.Outcome.WARN, sdk.Outcome.FAIL)


def test_a_limit_that_cannot_fail_only_would_warn():
    soft = sdk.limit(
        "2027-01-01",
        must_be="below",
        fail=sdk.percent(2),
        source="s",
        trust="disputed",
        announced="2026-01-01",
    )
    assert found(NOW, soft).announced.outcome is sdk.Outcome.WARN


def test_before_any_limit_holds_the_announced_one_is_told():
    finding = found(NEXT)
    assert finding.outcome is sdk.Outcome.NOT_APPLICABLE
    assert finding.announced.limit is NEXT


def test_without_a_value_nothing_is_told():
    assert found(value=None, numerator=0, denominator=0).announced is None


@pytest.mark.parametrize(("site", "told"), [("N", "2027-01-01"), ("S", "2028-01-01")])
def test_it_is_chosen_by_site(site, told):
    fields = {"must_be": "below", "source": "s", "announced": "2026-01-01"}
    general = sdk.limit("2027-01-01", fail=sdk.percent(2), **fields)
    own = sdk.limit("2028-01-01", fail=sdk.percent(2), sites=("S",), **fields)
    own_now = sdk.limit("2020-01-01", must_be="below", fail=sdk.percent(4), source="s", sites=("S",))
    assert str(found(NOW, own_now, general, own, site=site).announced.limit.since) == told


@pytest.mark.parametrize(("segment", "told"), [("a", True), ("b", False), (None, False)])
def test_it_is_chosen_by_segment(segment, told):
    only = sdk.limit(
        "2027-01-01", must_be="below", fail=sdk.percent(2), source="s", segment="a", announced="2026-01-01"
    )
    assert bool(found(NOW, only, segment=segment).announced) is told


def test_what_is_not_yet_known_hides_nothing_that_is():
    secret = sdk.limit(
        "2026-12-01", must_be="below", fail=sdk.percent(1), source="s", sites=("N",), announced="2026-12-01"
    )
    assert found(NOW, secret, NEXT).announced.limit is NEXT


def test_each_is_given_once_in_its_order():
    fields = {"must_be": "below", "source": "s"}
    own = sdk.limit("2026-12-01", fail=sdk.percent(3), sites=("N",), **fields)
    later = sdk.limit("2028-01-01", fail=sdk.percent(1), sites=("N",), **fields)
    assert upcoming((later, NEXT, own, NOW), date(2026, 11, 22), "N", None) == (own, later)


def test_the_target_in_the_document_decides_today_and_the_table_tomorrow():
    target = sdk.Target(sdk.Comparator.BELOW, sdk.percent(5))
    finding = found(value="4.5", target=target)
    assert (finding.outcome, finding.limit.origin) == (sdk.Outcome.PASS, sdk.Origin.DOCUMENT)
    assert finding.announced.limit is NEXT
    assert found(value="6", target=target).announced is None


def test_a_rule_of_its_own_that_breaks_on_the_announced_limit_keeps_its_finding(caplog):
    def judged(case):
        if case.limit is not NOW:
            raise RuntimeError("not yet")
        return sdk.Verdict(sdk.Outcome.PASS, "Fine.")

    finding = found(evaluate=judged)
    assert (finding.outcome, finding.message, finding.announced) == (sdk.Outcome.PASS, "Fine.", None)
    assert "rule acme.late failed" in caplog.text


def test_a_rule_that_breaks_today_announces_nothing():
    def judged(case):
        if case.limit is NOW:
            raise RuntimeError("broken")
        return sdk.Verdict(sdk.Outcome.FAIL, "Bad.")

    finding = found(evaluate=judged)
    assert (finding.outcome, finding.announced) == (sdk.Outcome.ERROR, None)


def test_a_rule_of_its_own_is_asked_with_the_announced_limit_and_its_first_day():
    seen = []

    def judged(case):
        seen.append((case.limit, case.day))
        return sdk.compare(case)

    assert found(evaluate=judged).announced.outcome is sdk.Outcome.FAIL
    assert seen == [(NOW, date(2026, 11, 22)), (NEXT, date(2027, 1, 1))]


def test_a_plan_knows_only_so_many_segments(monkeypatch):
    monkeypatch.setattr("sellervitals.plan.MOST_ENTRIES", 2)
    plan = Plan("N", date(2026, 11, 22))
    rule = found().rule
    for segment in ("a", "b", "c"):
        assert plan.known(rule, segment) == (NOW, (NEXT,))
    assert len(plan._known) == 2


def test_an_announcement_cannot_come_after_its_limit():
    with pytest.raises(sdk.MetadataError, match="announced must not come after since"):
        sdk.limit("2026-01-01", must_be="below", fail=Decimal(1), source="s", announced="2026-01-02")
