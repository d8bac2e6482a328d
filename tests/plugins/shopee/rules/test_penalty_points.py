from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.limits.penalty_tiers import TIERS
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.penalty_points import RULE

DAY = "2026-11-22"
LISTED = "listed"


def found(judged):
    return next(each for each in judged.findings if each.rule is RULE)


def test_each_tier_begins_at_its_points():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=0, expect="pass"),
            case(DAY, value=1, expect="warn"),
            case(DAY, value=2, expect="warn", severity="high"),
            case(DAY, value=3, expect="fail", severity="high", says="tier 1"),
            case(DAY, value=5, expect="fail", severity="high", says="tier 1"),
            case(DAY, value=6, expect="fail", severity="critical", says="tier 2"),
            case(DAY, value=8, expect="fail", says="tier 2"),
            case(DAY, value=9, expect="fail", severity="critical", says="tier 3"),
            case(DAY, value=11, expect="fail", says="tier 3"),
            case(DAY, value=12, expect="fail", says="tier 4"),
            case(DAY, value=14, expect="fail", says="tier 4"),
            case(DAY, value=15, expect="fail", severity="critical", says="tier 5"),
            case("2019-01-22", value=15, expect="not_applicable"),
            case("2019-01-23", value=3, expect="fail"),
            case("2025-04-06", value=6, site="MY", expect="fail"),
            case("2025-04-07", value=6, site="MY", expect="warn", says="tier 2"),
            case(DAY, expect="no_data"),
        ]
    )


def test_an_incomplete_list_never_passes_and_never_says_all():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=0, expect="pass"),
            case(DAY, value=0, segment=LISTED, expect="no_data", says="not every record is listed"),
            case(DAY, value=1, segment=LISTED, expect="warn", says="There may be more"),
            case(DAY, value=3, segment=LISTED, expect="fail", says=("tier 1", "There may be more")),
            case(DAY, value=3, site="MY", expect="warn"),
        ]
    )


@pytest.mark.parametrize(
    ("newest", "day", "site", "outcome"),
    [
        (date(2024, 10, 11), "2025-01-05", None, "fail"),
        (date(2024, 10, 11), "2025-01-06", None, "no_data"),
        (date(2025, 1, 6), "2025-01-06", None, "fail"),
        (date(2025, 12, 28), "2025-12-28", "PH", "fail"),
        (date(2025, 12, 28), "2025-12-29", "PH", "no_data"),
        (date(2025, 12, 28), "2025-12-29", "SG", "fail"),
        (date(2025, 12, 28), "2026-01-05", "SG", "no_data"),
        # between the two resets nobody can say without a country
        (date(2025, 12, 28), "2025-12-29", None, "fail"),
        (date(2025, 12, 30), "2026-01-05", None, "fail"),
        (date(2025, 12, 30), "2026-01-05", "SG", "no_data"),
        (date(2025, 12, 30), "2026-01-05", "PH", "fail"),
        (date(2025, 12, 30), "2026-03-30", "PH", "no_data"),
    ],
)
def test_points_from_before_a_reset_are_wiped(judge_all, newest, day, site, outcome):
    given = measurement("penalty_points", 10, window=sdk.Window(None, newest))
    assert found(judge_all([given], day=day, site=site)).outcome == outcome


@pytest.mark.parametrize(
    ("site", "day", "reset"),
    [
        ("SG", "2025-12-28", "2026-01-05"),
        ("PH", "2025-12-28", "2025-12-29"),
        ("PH", "2025-12-30", "2026-03-30"),
        ("BR", "2026-11-22", "2027-01-04"),
        ("PH", "2026-11-22", "2026-12-28"),
        (None, "2026-11-22", "2027-01-04"),
    ],
)
def test_the_next_reset_is_a_deadline_of_the_country(judge_all, site, day, reset):
    days = found(judge_all([measurement("penalty_points", 3)], day=day, site=site)).deadlines
    (said,) = (each for each in days if "wiped" in each.says)
    assert f"{said.day}" == reset
    assert said.kind == "release"
    assert ("PH" in said.says) == (site is None)


def test_the_evaluation_comes_every_monday(judge_all):
    days = found(judge_all([measurement("penalty_points", 3)], day="2026-11-22")).deadlines
    (said,) = (each for each in days if each.kind == "review")
    assert f"{said.day}" == "2026-11-23"


@pytest.mark.parametrize(
    ("points", "site", "day", "length"),
    [
        (3, "VN", "2025-10-05", 28),
        (3, "VN", "2025-10-06", 7),
        (6, "VN", "2025-10-06", 14),
        (9, "VN", "2025-10-06", 28),
        (15, "VN", "2025-10-06", 28),
        (3, "SG", "2026-11-22", 28),
        (12, None, "2026-11-22", 28),
    ],
)
def test_how_long_the_punishment_of_the_tier_lasts(judge_all, points, site, day, length):
    judged = found(judge_all([measurement("penalty_points", points)], day=day, site=site))
    (said,) = (each for each in judged.estimates if each.name == "punishment_days")
    assert said.value == Decimal(length)


@pytest.mark.parametrize(("points", "left"), [(1, 2), (3, 3), (10, 2), (14, 1), (15, None), (40, None)])
def test_how_many_points_are_left_to_the_next_tier(judge_all, points, left):
    judged = found(judge_all([measurement("penalty_points", points)]))
    said = [each.value for each in judged.estimates if each.name == "points_to_next_tier"]
    assert said == ([] if left is None else [Decimal(left)])


def test_the_tier_that_shopee_names_wins_and_the_contradiction_is_said(judge_all):
    given = [measurement("penalty_points", 10), measurement("penalty_tier", "Tier 1")]
    judged = judge_all(given)
    assert "Shopee itself names Tier 1" in found(judged).message
    assert found(judged).severity == "high"
    (computed,) = judged.standings
    assert (computed.best.name, computed.word, computed.agrees) == ("Tier 3", "Tier 1", False)
    agreed = judge_all([given[0], measurement("penalty_tier", "Tier 3")])
    assert "itself names" not in found(agreed).message
    assert agreed.standings[0].agrees is True


def test_what_follows_is_said_of_the_tier_that_shopee_names(judge_all):
    given = [measurement("penalty_points", 7), measurement("penalty_tier", "Tier 1")]
    judged = found(judge_all(given, site="VN"))
    assert [(each.name, each.value) for each in judged.estimates] == [("punishment_days", Decimal(7))]


def test_points_of_an_incomplete_list_do_not_contradict_a_graver_tier(judge_all):
    given = [measurement("penalty_points", 3, segment=LISTED), measurement("penalty_tier", "tier 3")]
    judged = found(judge_all(given))
    assert judged.message.endswith("Shopee itself names Tier 3, which counts.")
    assert judged.severity == "critical"


@pytest.mark.parametrize(
    ("points", "tier"),
    [(0, 0), (2, 0), (3, 1), (5, 1), (6, 2), (8, 2), (9, 3), (11, 3), (12, 4), (14, 4), (15, 5), (99, 5)],
)
def test_the_tier_is_computed_from_points_alone(judge_all, points, tier):
    (computed,) = judge_all([measurement("penalty_points", points)]).standings
    assert computed.ladder is TIERS
    assert computed.best is computed.worst is TIERS.rungs[tier]
    assert computed.best.name == (f"Tier {tier}" if tier else "No tier")


def test_the_kind_of_violation_brings_its_steps_first(judge_all):
    given = measurement("penalty_points", 4, parts={"late_shipments": 1, "listing_violations": 3})
    judged = found(judge_all([given]))
    assert judged.causes == ("listing_violations", "late_shipments")
    assert judged.steps[0].id == "clean-listings"
