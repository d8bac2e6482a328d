"""Every limit, severity and deadline of the plugin against the published figures, written down once more."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.domain.rate import Rate
from sellervitals_amazon.rules import ALL

RULES = {rule.id.removeprefix("amazon."): rule for rule in ALL}

FIGURES = [
    tomllib.loads(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("figures/*.toml"))
]
"""By area; each file explains its own columns."""

SMALLEST_THAT_BEARS_ONE = {
    "order-defect-rate": 101,
    "late-shipment-rate": 26,
    "cancellation-rate": 41,
    "invoice-defect-rate": 21,
    "valid-tracking-rate": 20,
    "unit-on-time-delivery-rate": 20,  # not the 10 of arithmetic: Amazon looks at nobody with fewer than 20
}


def written(bound):
    if bound is None:
        return "-"
    if isinstance(bound, Rate):
        return f"{Decimal(bound.numerator) * 100 / bound.denominator} %"
    return str(bound)


def test_every_limit_is_the_published_one():
    held = {
        "|".join(
            map(
                str,
                (
                    name,
                    limit.since,
                    " ".join(limit.sites),
                    limit.must_be,
                    written(limit.fail),
                    written(limit.warn),
                    limit.trust,
                    "-" if limit.warn is None else limit.warn_trust,
                    limit.minimum_sample,
                    limit.source,
                ),
            )
        )
        for name, rule in RULES.items()
        for limit in rule.limits
    }
    assert held == {line for area in FIGURES for line in area["limits"].strip().splitlines()}


def test_rules_without_a_table_are_judged_by_word_target_or_contradiction():
    without = {name for name, rule in RULES.items() if not rule.limits}
    assert without == {name for area in FIGURES for name in area["without_limits"]}


def test_every_severity_is_the_proposed_one():
    assert {name: rule.severity for name, rule in RULES.items()} == {
        name: severity for area in FIGURES for severity, names in area["severities"].items() for name in names
    }


def test_a_step_has_the_published_deadline_or_is_for_today():
    found = {
        (name, step.id): step.deadline_days
        for name, rule in RULES.items()
        for step in rule.steps_for(tuple(rule.causes))
        if step.deadline_days
    }
    assert found == {
        (rule, step): days
        for area in FIGURES
        for rule, steps in area["deadlines"].items()
        for step, days in steps.items()
    }


@pytest.mark.parametrize(("name", "least"), SMALLEST_THAT_BEARS_ONE.items())
def test_a_sample_is_low_while_it_cannot_bear_a_single_miss(name, least):
    rule = RULES[name]
    assert rule.minimum_sample == least
    limit = next(each for each in rule.limits if each.fail is not None)
    one_bad = (lambda n: Rate(1, n)) if limit.must_be == "below" else (lambda n: Rate(n - 1, n))
    assert limit.must_be.holds(one_bad(least), limit.fail)
    if name != "unit-on-time-delivery-rate":
        assert not limit.must_be.holds(one_bad(least - 1), limit.fail)


def test_what_has_no_published_first_day_says_so():
    published = {day for area in FIGURES for day in area["first_days"]}
    for rule in ALL:
        for limit in rule.limits:
            assert limit.since in published or "not published" in limit.note, (rule.id, limit.since)


def test_nothing_harmful_is_advised():
    steps = {
        (name, step.id): step.text
        for name, rule in RULES.items()
        for step in rule.steps_for(tuple(rule.causes))
    }
    assert "deleting them clears nothing" in steps["account-health-rating", "mend-listings"]
    assert "deleting the listing does not clear it" in steps["listing-policy-violations", "fix-attribute"]
    for safety in ("product-safety-complaints", "food-and-product-safety-issues"):
        assert steps[safety, "answer"].startswith("Answer at once: 7 days after Amazon's first contact")
    assert "72 hours" in steps["order-defect-rate", "quiz-or-appeal"]
    assert "never pay or press" in steps["order-defect-rate", "solve-then-ask"]
    assert "only after you have taken advice" in steps["account-status", "keep-fba-stock"]
    assert "alter nothing" in steps["product-authenticity-complaints", "cover-sales"]
    assert steps["account-status", "no-second-account"].startswith("Open no second account")
    assert steps["received-ip-complaints", "no-doubtful-notice"].startswith("File no counter-notice")
    assert "even when the account is deactivated" in steps["account-status", "ship-open-orders"]
    assert "under 80 % a plan of action" in steps["unit-on-time-delivery-rate", "reactivate"]
    assert "holidays give no extra day" in steps["invoice-defect-rate", "next-business-day"]
