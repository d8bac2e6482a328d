"""Measurements: when counts and a rate agree, which of them decides, and what no data is."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals.domain.fault import MetadataError
from sellervitals.domain.measurement import Better, Comparator, Measurement, Metric, Unit, Window
from sellervitals.domain.rate import Rate


def measured(value, top, bottom):
    digits = len(value.partition(".")[2]) if value is not None else None
    given = None if value is None else Rate.ratio(value)
    return Measurement("m", value=given, numerator=top, denominator=bottom, digits=digits)


@pytest.mark.parametrize(
    ("value", "top", "bottom", "agree"),
    [
        ("0.8848", 146, 165, True),
        ("0.03499611", 315, 9001, True),
        ("0.03203973037", 27_896, 870_669, True),
        ("0.005", 551, 17_197, False),
        ("0.009", 1078, 539_000, False),
        ("0.002", 1078, 539_000, True),
        ("0.3333", 1, 3, True),
        ("0.3334", 1, 3, False),
        ("0.6667", 2, 3, True),
        ("0.6666", 2, 3, True),  # cut off
        ("0.6668", 2, 3, False),
        ("0", 3, 1000, True),
        ("0", 551, 17_197, False),
        ("0.42857142857142855", 3, 7, True),  # the last digits are a float's noise
        ("0.42857142857143", 3, 7, True),
        ("0.428571428571439", 3, 7, False),
        ("1", 1000, 1000, True),
        ("1", 60, 100, False),
        (None, 1, 2, True),
        ("0.5", None, 2, True),
        ("0.5", 1, 0, True),
    ],
)
def test_counts_agree_within_the_rounding_of_the_last_digit(value, top, bottom, agree):
    assert measured(value, top, bottom).counts_agree is agree


def test_counts_that_agree_decide_exactly():
    assert measured("0.01", 10_049, 1_000_000).decisive == Rate(10_049, 1_000_000)


def test_counts_that_contradict_never_replace_the_reported_rate():
    assert measured("0.009", 1078, 539_000).decisive == Rate(9, 1000)


def test_counts_alone_decide():
    assert measured(None, 10, 1000).decisive == Rate(1, 100)


def test_u11_an_empty_denominator_is_no_data_whatever_was_reported():
    assert measured("0", 0, 0).decisive is None
    assert measured(None, None, 0).decisive is None
    assert Measurement("m").decisive is None


def test_a_number_with_counts_stays_that_number():
    points = Measurement("m", value=Decimal(310), numerator=1, denominator=2)
    assert points.decisive == Decimal(310)


def test_windows_count_both_ends():
    assert Window(date(2020, 9, 6), date(2020, 11, 4)).days == 60
    assert Window(date(2020, 11, 21), date(2020, 11, 19)).days is None
    assert Window(None, date(2020, 11, 19)).days is None


@pytest.mark.parametrize(
    ("comparator", "under", "on", "over"),
    [
        (Comparator.BELOW, True, False, False),
        (Comparator.AT_MOST, True, True, False),
        (Comparator.AT_LEAST, False, True, True),
        (Comparator.ABOVE, False, False, True),
    ],
)
def test_u08_comparators_at_under_and_over_the_line(comparator, under, on, over):
    line = Rate(1, 100)
    assert comparator.holds(Rate(999_999, 100_000_000), line) is under
    assert comparator.holds(Rate(10, 1000), line) is on
    assert comparator.holds(Rate(1_000_001, 100_000_000), line) is over


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"id": "Late-Rate"}, "id must be snake_case"),
        ({"title": " "}, "title must be a non-empty text"),
        ({"unit": "percent"}, "unit must be one of ratio"),
        ({"better": "less"}, "better must be one of lower, higher"),
        ({"window_days": 0}, "window_days must be a whole number from 1 up"),
        ({"lag_days": -1}, "lag_days must be a whole number from 0 up"),
        ({"segment_days": {"10d": 0}}, "segment_days['10d'] must be a whole number from 1 up"),
        ({"segment_days": ["10d"]}, "segment_days must be"),
    ],
)
def test_metrics_name_what_is_wrong(given, words):
    fields = {"id": "late", "title": "Late", "unit": Unit.RATIO, "better": Better.LOWER, **given}
    with pytest.raises(MetadataError) as caught:
        Metric(**fields)
    assert words in str(caught.value)


def rolling(days=60, **fields):
    return Metric(
        id="late",
        title="Late",
        unit=Unit.RATIO,
        better=Better.LOWER,
        window_days=days,
        rolling=True,
        **fields,
    )


@pytest.mark.parametrize(
    ("window", "day"),
    [
        (Window(date(2020, 9, 6), date(2020, 11, 4)), date(2021, 1, 3)),
        (Window(None, date(2020, 11, 4)), date(2021, 1, 3)),
        (Window(date(2020, 9, 6), None), None),
        (Window(None, date.max), None),
        (Window(date(2020, 11, 5), date(2020, 11, 4)), None),
        (None, None),
    ],
)
def test_what_a_rolling_window_counts_has_left_it_when_its_last_day_has(window, day):
    assert rolling().left_by(window) == day


def test_what_does_not_roll_never_leaves_and_what_rolls_says_for_how_long():
    still = Metric(id="late", title="Late", unit=Unit.RATIO, better=Better.LOWER, window_days=60)
    assert still.left_by(Window(None, date(2020, 11, 4))) is None
    with pytest.raises(MetadataError, match="metric late: window_days is missing"):
        rolling(days=None)


def test_what_is_reported_late_leaves_the_report_as_much_later():
    window = Window(date(2020, 9, 6), date(2020, 11, 4))
    assert rolling(lag_days=14).left_by(window) == date(2021, 1, 17)
    assert rolling(lag_days=14).left_by(Window(None, date.max)) is None


def test_segments_of_another_length_count_the_same_days():
    metric = rolling(segment_days={"10d": 10, "30d": 30})
    assert [metric.days_of(each) for each in (None, "10d", "30d", "mfn")] == [60, 10, 30, 60]
    assert [metric.counted_as(each) for each in (None, "10d", "mfn")] == [None, None, "mfn"]
