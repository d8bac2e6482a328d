"""The day on which Amazon cancels an unconfirmed order."""

from datetime import date

import pytest

from sellervitals_amazon.judging.expiry import auto_cancel_day


@pytest.mark.parametrize(
    ("ship_by", "cancelled"),
    [
        ("2026-11-16", "2026-11-25"),  # a Monday
        ("2026-11-17", "2026-11-26"),
        ("2026-11-18", "2026-11-27"),
        ("2026-11-19", "2026-11-30"),  # over two weekends from a Thursday on
        ("2026-11-20", "2026-12-01"),
        ("2026-11-21", "2026-12-01"),  # Saturday and Sunday count as the Friday before
        ("2026-11-22", "2026-12-01"),
        ("2026-11-23", "2026-12-02"),
        ("2026-12-24", "2027-01-04"),  # holidays are not known: Christmas counts as a business day
        ("2020-09-30", "2020-10-09"),
    ],
)
def test_seven_business_days_from_monday_to_friday(ship_by, cancelled):
    assert auto_cancel_day(date.fromisoformat(ship_by)) == date.fromisoformat(cancelled)


@pytest.mark.parametrize(
    ("ship_by", "cancelled"),
    [
        ("2020-08-01", "2020-08-31"),
        ("2020-08-29", "2020-09-28"),
        ("2020-08-30", "2020-09-29"),  # the last one under the old rule
        ("2020-08-31", "2020-09-30"),
        ("2020-09-01", "2020-09-30"),  # 30 days would be 1 October; 7 business days were over long before
        ("2020-09-20", "2020-09-30"),
        ("2020-09-21", "2020-09-30"),  # exactly seven business days
        ("2020-09-22", "2020-10-01"),
        ("2020-09-29", "2020-10-08"),
    ],
)
def test_thirty_days_until_29_september_2020_and_business_days_from_the_30th(ship_by, cancelled):
    assert auto_cancel_day(date.fromisoformat(ship_by)) == date.fromisoformat(cancelled)
