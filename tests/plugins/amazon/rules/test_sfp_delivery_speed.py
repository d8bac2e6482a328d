import pytest

from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_delivery_speed import RULE

DAY = "2026-11-22"
SHARES = {
    # segment: until 5 July 2026, from 6 July 2026
    "standard-1d": ("30", "40"),
    "standard-2d": ("70", "75"),
    "standard-5d": ("90", "90"),
    "oversize-1d": ("10", "15"),
    "oversize-5d": (None, "80"),
    "extra-large-2d": ("15", "25"),
    "extra-large-5d": (None, "60"),
}


def test_every_size_and_day_has_its_share(around, silent_elsewhere):
    before, after = [], []
    for segment, (old, new) in SHARES.items():
        for day in ("2026-07-06", DAY):
            after += around(day, new, "at_least", site="US", segment=segment)
        if old is None:
            before.append(
                case(
                    "2026-07-05",
                    value=percent("1"),
                    site="US",
                    segment=segment,
                    expect="not_applicable",
                )
            )
            continue
        for day in ("2024-01-01", "2026-07-05"):
            before += around(day, old, "at_least", site="US", segment=segment)
        too_early = case(
            "2023-12-31", value=percent("1"), site="US", segment=segment, expect="not_applicable"
        )
        before.append(too_early)
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *before,
            *after,
            *silent_elsewhere("US"),
            case(DAY, value=percent("1"), site="UK", segment="standard-1d", expect="not_applicable"),
            case(DAY, value=percent("1"), site="US", expect="not_applicable"),
            case(
                DAY,
                value=percent("39"),
                site="US",
                segment="standard-1d",
                expect="fail",
                severity="medium",
                says=("standard-1d", "at least 40 %"),
            ),
            case(DAY, numerator=40, denominator=100, site="US", segment="standard-1d", expect="pass"),
            case(DAY, numerator=0, denominator=0, site="US", segment="standard-1d", expect="no_data"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_every_segment_that_may_be_typed_in_has_a_limit():
    segments = set(AMAZON.by_id["sfp_delivery_speed"].segments)
    assert segments == SHARES.keys() == {limit.segment for limit in RULE.limits}


def test_nobody_is_told_of_the_new_shares_before_they_were_known():
    assert all(limit.announced == limit.since for limit in RULE.limits)


@pytest.mark.parametrize(("share", "health"), [("100", 1), ("40", 1), ("39.9", "0.4992"), ("0", "0.1667")])
def test_a_share_that_is_reached_is_in_full_health(share, health):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    given = measurement("sfp_delivery_speed", percent(share), segment="standard-1d")
    [finding] = engine.evaluate(snapshot("amazon", [given], day=DAY, site="US")).findings
    assert str(finding.health.normalize()) == str(health)
