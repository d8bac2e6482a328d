from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry

DAY = date(2026, 11, 22)


def registry(*rules):
    market = sdk.Marketplace(
        id="shop",
        title="Shop",
        metrics=(
            sdk.Metric(id="rating", title="Rating", unit=sdk.Unit.POINTS, better=sdk.Better.HIGHER),
            sdk.Metric(id="late_rate", title="Late rate", unit=sdk.Unit.RATIO, better=sdk.Better.LOWER),
        ),
        scorecard=sdk.Scorecard(version="shop-1", weights={rule.id: 1 for rule in rules}),
    )
    return Registry(marketplaces={"shop": market}, rules={rule.id: rule for rule in rules})


def rule(**given):
    step = sdk.Step(id="act", text="Act.", effort=sdk.Effort.LOW, owner=sdk.Owner.OPERATIONS)
    plain = {
        "id": "shop.rating",
        "title": "Rating",
        "why": "Below 200 points the shop closes.",
        "metric": "rating",
        "severity": sdk.Severity.HIGH,
        "limits": (sdk.limit("2020-01-01", must_be="at_least", fail="200", source="page"),),
        "steps": (step,),
        "references": {"page": sdk.Reference("Page")},
        "since": "0.1",
    }
    return sdk.Rule(**{**plain, **given})


def judged(one_rule, **measured):
    measurement = sdk.Measurement(metric=one_rule.metric, **measured)
    snapshot = sdk.Snapshot("shop", None, None, (measurement,), DAY, dated=True)
    return Engine(registry(one_rule)).evaluate(snapshot).findings[0]


def by_word(case):
    if case.value is not None:
        return sdk.compare(case)
    return sdk.Verdict(sdk.Outcome.FAIL, f"The shop says {case.measurement.verdict}.")


def test_a_rule_of_its_own_is_asked_when_only_the_marketplaces_word_came():
    found = judged(rule(evaluate=by_word), verdict="WARNED", good=False)
    assert (found.outcome, found.message) == (sdk.Outcome.FAIL, "The shop says WARNED.")
    assert found.value is None
    assert found.agrees is True
    assert found.health == Decimal("0.5")


def test_without_a_word_or_without_an_own_judgement_no_value_is_no_data():
    assert judged(rule(evaluate=by_word)).outcome is sdk.Outcome.NO_DATA
    assert judged(rule(), verdict="WARNED", good=False).outcome is sdk.Outcome.NO_DATA
    leaves_it_to_compare = judged(rule(evaluate=sdk.compare), verdict="WARNED")
    assert leaves_it_to_compare.outcome is sdk.Outcome.NO_DATA


def test_an_empty_denominator_stays_no_data_whatever_word_came():
    late = rule(id="shop.late-rate", metric="late_rate", limits=(), evaluate=by_word)
    found = judged(late, numerator=0, denominator=0, verdict="GOOD", good=True)
    assert found.outcome is sdk.Outcome.NO_DATA
