"""The line to Below Standard, told from the bounds of the level that a metric has now."""

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_ebay.documents.bounds import fail_line

AT_MOST_TWO = sdk.Target(sdk.Comparator.AT_MOST, percent("2"))


@pytest.mark.parametrize(
    ("level", "value", "bounds", "expected"),
    [
        ("ABOVE_STANDARD", "0.82", ("0.5", "2"), AT_MOST_TWO),
        ("ABOVE_STANDARD", "0.82", ("2", "0.5"), AT_MOST_TWO),
        ("Above Standard", "2", ("0.5", "2"), AT_MOST_TWO),
        ("BELOW_STANDARD", "2.61", ("2",), AT_MOST_TWO),
        ("BELOW_STANDARD", "2.61", ("0.5", "2"), AT_MOST_TWO),
        ("TOP_RATED", "0.27", ("0.5",), None),
        ("TOP_RATED", "5.41", ("5",), None),
        ("ABOVE_STANDARD", "4.52", ("3",), None),
        ("ABOVE_STANDARD", "3", ("0.5", "2"), None),
        ("ABOVE_STANDARD", "0.5", ("0.5",), None),
        ("ABOVE_STANDARD", "0.82", ("2",), AT_MOST_TWO),
        ("BELOW_STANDARD", "1.5", ("2",), None),
        ("GOOD", "0.82", ("0.5", "2"), None),
        (None, "0.82", ("0.5", "2"), None),
        ("ABOVE_STANDARD", None, ("0.5", "2"), None),
        ("ABOVE_STANDARD", "0.82", (), None),
    ],
)
def test_the_value_tells_which_bound_is_the_line(level, value, bounds, expected):
    rate = None if value is None else percent(value)
    assert fail_line(level, rate, [percent(each) for each in bounds]) == expected
