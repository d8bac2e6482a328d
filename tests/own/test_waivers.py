"""Waivers: they change no outcome and no score, and say so when they are over or for nothing."""

from datetime import date, timedelta
from decimal import Decimal

import orjson
import pytest

from sellervitals import plugin as sdk
from sellervitals.domain.finding import Outcome
from sellervitals.domain.waiver import Reason, Waiver, waiver_of
from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.limits import WAIVER_DAYS
from sellervitals.own.waiving import waived
from sellervitals.plugins import Registry
from sellervitals.problems import RefusedError

STEP = sdk.Step(id="fix", text="Fix it.", effort="low", owner="operations")
SOURCES = {"s": sdk.Reference("Policy")}
DAY = date(2026, 1, 15)
NEXT = timedelta(days=1)


def rule(name="late", **fields):
    made = {
        "id": f"acme.{name}",
        "title": name,
        "why": "Because.",
        "metric": name,
        "severity": "high",
        "limits": (sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="s"),),
        "steps": (STEP,),
        "references": SOURCES,
        "since": "1",
    }
    return sdk.Rule(**{**made, **fields})


RULES = (rule(aliases=("acme.tardy",)), rule("lost"))


def registry():
    marketplace = sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=tuple(
            sdk.Metric(id=each, title=each, unit="ratio", better="lower") for each in ("late", "lost")
        ),
        scorecard=sdk.Scorecard(version="acme-1", weights={each.id: 1 for each in RULES}),
        sites={"N": "North", "S": "South"},
        site_ids={"N": "A1N"},
    )
    return Registry(marketplaces={"acme": marketplace}, rules={each.id: each for each in RULES})


def waiver(rule="acme.late", until=DAY, **more):
    return Waiver(rule, "ana", Reason.UNDER_APPEAL, until, **more)


def rate(value, metric="late", **more):
    return sdk.Measurement(metric, value=sdk.percent(value), **more)


def judged(measurements, *waivers, **fields):
    given = {"marketplace": "acme", "site": "N", "seller_id": "A", "day": DAY, "waivers": waivers, **fields}
    return Engine(registry()).evaluate(sdk.Snapshot(measurements=tuple(measurements), **given))


def states(evaluation):
    return [each.state.value for each in evaluation.waivers]


def codes(evaluation):
    return [each.code for each in evaluation.notices]


def of(evaluation, rule="acme.late"):
    return next(each for each in evaluation.findings if each.rule.id == rule)


def test_u32_a_waived_finding_keeps_its_truth_and_loses_its_steps():
    measured = [rate("5"), rate("6", "lost")]
    without, beside = judged(measured), judged(measured, waiver())
    before, after = of(without), of(beside)
    assert after.waiver == waiver()
    for name in ("outcome", "severity", "points_lost", "gain", "health", "message", "fingerprint"):
        assert getattr(after, name) == getattr(before, name)
    assert beside.score == without.score
    assert after.outcome is Outcome.FAIL
    assert {each.finding.rule.id for each in without.actions} == {"acme.late", "acme.lost"}
    assert {each.finding.rule.id for each in beside.actions} == {"acme.lost"}
    assert (states(beside), codes(beside)) == (["applied"], [])


@pytest.mark.parametrize(
    ("until", "state", "code"),
    [(DAY + NEXT, "applied", []), (DAY, "applied", []), (DAY - NEXT, "expired", ["waiver_expired"])],
)
def test_u32_its_last_day_is_included_and_after_it_the_finding_is_open_again(until, state, code):
    found = judged([rate("5")], waiver(until=until))
    assert (states(found), codes(found)) == ([state], code)
    assert (of(found).waiver is None) is (state == "expired")
    assert bool(found.actions) is (state == "expired")


def test_what_an_expired_waiver_says():
    found = judged([rate("5", segment="mfn")], waiver(until=date(2025, 12, 31), segment="mfn"))
    (notice,) = found.notices
    assert (
        notice.message
        == "The waiver of acme.late (mfn) by ana ended on 2025-12-31: the finding is open again."
    )


def test_the_callers_day_decides_not_the_measurements():
    old = rate("5", window=sdk.Window(None, date(2025, 6, 1)))
    assert states(judged([old], waiver(until=date(2026, 1, 14)))) == ["expired"]
    assert states(judged([old], waiver(until=date(2026, 1, 14)), day=date(2026, 1, 14))) == ["applied"]


def test_one_for_what_passes_or_was_not_reported_is_idle():
    for measured in ([rate("1")], [], [sdk.Measurement("late", numerator=0, denominator=0)]):
        for until in (DAY, DAY - NEXT):
            found = judged(measured, waiver(until=until))
            assert (states(found), codes(found)) == (["idle"], [])
    assert states(judged([], waiver(segment="mfn"))) == ["idle"], "nobody knows of which segments"


@pytest.mark.parametrize("of_nothing", [waiver("acme.none"), waiver(segment="afn"), waiver(site="S")])
def test_u32_one_that_is_for_no_finding_is_reported(of_nothing):
    for each in (of_nothing, of_nothing._replace(until=DAY - NEXT)):
        found = judged([rate("5", segment="mfn")], each)
        assert (states(found), codes(found)) == (["unmatched"], ["waiver_unmatched"])
        assert of(found).waiver is None


def test_a_segment_and_a_site_narrow_it():
    measured = [rate("5", segment="mfn"), rate("6", segment="afn")]

    def waives(*waivers):
        return {each.segment for each in judged(measured, *waivers).findings if each.waiver}

    assert waives(waiver()) == {"mfn", "afn"}
    assert waives(waiver(segment="mfn", site="N")) == {"mfn"}
    assert waives(waiver(segment="mfn"), waiver(segment="afn")) == {"mfn", "afn"}


def test_a_warning_is_waived_too_and_an_error_never():
    disputed = rule(
        limits=(
            sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), trust="disputed", source="s"),
        )
    )

    def broken(_case):
        raise RuntimeError

    for judges, outcome, state in ((disputed, "warn", "applied"), (rule(evaluate=broken), "error", "idle")):
        known = registry()
        known.rules["acme.late"] = judges
        snapshot = sdk.Snapshot("acme", "N", "A", (rate("5"),), DAY, waivers=(waiver(),))
        found = Engine(known).evaluate(snapshot)
        assert (of(found).outcome.value, states(found)) == (outcome, [state])


def test_a_renamed_rule_keeps_its_waivers():
    found = judged([rate("5")], waiver("acme.tardy"))
    assert (states(found), of(found).waiver.rule) == (["applied"], "acme.tardy")


def test_of_several_the_one_that_lasts_longest_is_shown():
    first, last, over = (waiver(until=DAY + days * NEXT) for days in (1, 2, -1))
    for order in ((first, last, over), (over, last, first)):
        found = judged([rate("5")], *order)
        assert of(found).waiver == last
        assert sorted(states(found)) == ["applied", "applied", "expired"]


def test_each_site_looks_at_its_own_waivers_and_the_first_one_at_those_of_no_site_here():
    def snapshot(site, seller="A", waivers=()):
        return sdk.Snapshot("acme", site, seller, (), DAY, waivers=waivers)

    everywhere, north, south, lost = waiver(), waiver(site="N"), waiver(site="S"), waiver(site="X")
    asked = []

    def stored(*whose):
        asked.append(whose)
        return [waiver(site=site, id="wai_1") for site in (None, "S", "X")]

    given = (everywhere, north, south, lost)
    first, second = waived([snapshot("N", waivers=given), snapshot("S", waivers=given)], stored)
    assert asked == [("acme", "A")]
    assert first.waivers == (everywhere, north, waiver(id="wai_1"), lost)
    assert second.waivers == (everywhere, south, waiver(id="wai_1"), waiver(site="S", id="wai_1"))
    (alone,) = waived([snapshot("N", seller=None)], stored)
    assert (alone.waivers, len(asked)) == ((), 1), "nobody is asked about an unknown seller"


def test_where_the_store_does_not_answer_that_is_said():
    (found,) = waived([sdk.Snapshot("acme", "N", "A", (), DAY)], lambda *_: None)
    assert [each.code for each in found.notices] == ["waivers_unknown"]


def request(**change):
    given = {"rule": "acme.late", "owner": "ana", "reason": "accepted_risk", "until": DAY, **change}
    return {
        "account": {"marketplace": "acme", "site": "N"},
        "metrics": {"late": {"value": "5", "unit": "percent"}},
        "waivers": [given],
    }


def test_a_waiver_ends_at_most_400_days_ahead_and_may_be_over():
    for days in (WAIVER_DAYS, 0, -500):
        (snapshot,) = take(registry(), request(until=DAY + days * NEXT), today=DAY)
        assert snapshot.waivers[0].until == DAY + days * NEXT
    for change, pointer in (({"until": DAY + (WAIVER_DAYS + 1) * NEXT}, "until"), ({"site": "X"}, "site")):
        with pytest.raises(RefusedError) as refused:
            take(registry(), request(**change), today=DAY)
        assert [each.pointer for each in refused.value.faults] == [f"/waivers/0/{pointer}"]
    (snapshot,) = take(registry(), request(site="A1N"), today=DAY)
    assert snapshot.waivers[0].site == "N"


def test_a_waiver_is_written_and_read_again():
    whole = waiver(segment="mfn", site="N", note="Case 4", id="wai_1")
    for each in (waiver(), whole):
        assert waiver_of(orjson.loads(orjson.dumps(each.plain()))) == each


def test_every_reason_is_explained():
    assert all(each.says.endswith(".") for each in Reason)


def test_the_cap_of_a_waived_failure_stays():
    found = judged([rate("5"), rate("0", "lost")], waiver())
    assert found.score.cap.rule == "acme.late"
    assert found.score.value < Decimal(80)
