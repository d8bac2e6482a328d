"""Every limit, severity and deadline of the plugin against the published figures, written down once more."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals.domain.rate import Rate
from sellervitals_amazon.rules import ALL

RULES = {rule.id.removeprefix("amazon."): rule for rule in ALL}

# rule, since, stores, must be, fail, warn, trust, trust of the warn level, minimum sample, source
LIMITS = """
order-defect-rate|2015-01-01|*|below|1 %|0.5 %|official|suggested|0|order-defects
late-shipment-rate|2015-01-01|*|below|4 %|3 %|official|reported|0|report
cancellation-rate|2015-01-01|*|below|2.5 %|1.5 %|official|suggested|0|cancellation
cancellation-rate|2015-01-01|IN|below|2.5 %|2 %|official|official|0|cancellation-india
valid-tracking-rate|2016-02-01|*|at_least|95 %|97 %|official|suggested|0|tracking
unit-on-time-delivery-rate|2024-09-25|US|at_least|90 %|95 %|official|official|0|on-time-us
unit-on-time-delivery-rate|2025-09-16|UK|at_least|-|90 %|official|official|0|on-time-uk
unit-on-time-delivery-rate|2026-02-02|UK|at_least|90 %|95 %|official|official|20|on-time-uk-steps
unit-on-time-delivery-rate|2026-09-01|DE|at_least|90 %|95 %|reported|suggested|0|on-time-germany
invoice-defect-rate|2020-01-01|UK DE FR IT ES|below|-|5 %|official|official|0|invoices-2021
invoice-defect-rate|2021-04-05|UK DE FR IT ES|below|5 %|3 %|official|suggested|0|invoices
account-health-rating|2022-08-01|US CA|at_least|200|-|official|-|0|rating-zones
account-health-rating|2022-11-01|US CA|at_least|200|250|official|official|0|rating-zones
account-health-rating|2023-01-01|*|at_least|200|250|official|official|0|rating-zones
policy-violation-warnings|2020-01-01|*|at_most|0|-|suggested|-|0|violations
suspected-ip-violations|2020-01-01|*|at_most|0|-|official|-|0|report
received-ip-complaints|2020-01-01|*|at_most|0|-|official|-|0|report
product-authenticity-complaints|2020-01-01|*|at_most|0|-|official|-|0|report
product-condition-complaints|2020-01-01|*|at_most|0|-|official|-|0|report
product-safety-complaints|2020-01-01|*|at_most|0|-|official|-|0|report
food-and-product-safety-issues|2020-01-01|*|at_most|0|-|official|-|0|report
restricted-product-violations|2020-01-01|*|at_most|0|-|official|-|0|report
listing-policy-violations|2020-01-01|*|at_most|0|-|official|-|0|report
customer-product-reviews-violations|2020-01-01|*|at_most|0|-|official|-|0|report
other-policy-violations|2020-01-01|*|at_most|0|-|official|-|0|report
document-requests|2020-01-01|*|at_most|0|-|official|-|0|report
"""

SEVERITIES = {
    "critical": {
        "account-status",
        "account-health-rating",
        "order-defect-rate",
        "invoice-defect-rate",
        "customer-product-reviews-violations",
    },
    "high": {
        "late-shipment-rate",
        "cancellation-rate",
        "valid-tracking-rate",
        "unit-on-time-delivery-rate",
        "received-ip-complaints",
        "product-authenticity-complaints",
        "product-condition-complaints",
        "product-safety-complaints",
        "food-and-product-safety-issues",
        "restricted-product-violations",
        "document-requests",
    },
    "medium": {
        "suspected-ip-violations",
        "listing-policy-violations",
        "other-policy-violations",
        "warning-state",
    },
    "low": {"policy-violation-warnings", "on-time-delivery-rate", "report-consistency"},
}

DEADLINES = {
    ("order-defect-rate", "quiz-or-appeal"): 3,
    ("order-defect-rate", "answer-in-a-day"): 1,
    ("valid-tracking-rate", "correct-tracking"): 1,
    ("invoice-defect-rate", "next-business-day"): 1,
    ("product-safety-complaints", "answer"): 7,
    ("food-and-product-safety-issues", "answer"): 7,
}
"""In days; all other steps with a deadline are for today."""

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
    assert held == set(LIMITS.strip().splitlines())


def test_rules_without_a_table_are_judged_by_word_target_or_contradiction():
    without = {name for name, rule in RULES.items() if not rule.limits}
    assert without == {"account-status", "warning-state", "on-time-delivery-rate", "report-consistency"}


def test_every_severity_is_the_proposed_one():
    assert {name: rule.severity for name, rule in RULES.items()} == {
        name: severity for severity, names in SEVERITIES.items() for name in names
    }


def test_a_step_has_the_published_deadline_or_is_for_today():
    found = {
        (name, step.id): step.deadline_days
        for name, rule in RULES.items()
        for step in rule.steps
        if step.deadline_days
    }
    assert found == DEADLINES


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
    published = {date(2016, 2, 1), date(2024, 9, 25), date(2025, 9, 16), date(2026, 2, 2), date(2026, 9, 1)}
    published.add(date(2021, 4, 5))
    for rule in ALL:
        for limit in rule.limits:
            assert limit.since in published or "not published" in limit.note, (rule.id, limit.since)


def test_nothing_harmful_is_advised():
    steps = {(name, step.id): step.text for name, rule in RULES.items() for step in rule.steps}
    assert "deleting them clears nothing" in steps["account-health-rating", "one-appeal-each"]
    assert steps["account-status", "no-second-account"].startswith("Open no second account")
    assert steps["received-ip-complaints", "no-doubtful-notice"].startswith("File no counter-notice")
    assert "even when the account is deactivated" in steps["account-status", "ship-open-orders"]
    assert "under 80 % a plan of action" in steps["unit-on-time-delivery-rate", "reactivate"]
    assert "holidays give no extra day" in steps["invoice-defect-rate", "next-business-day"]
