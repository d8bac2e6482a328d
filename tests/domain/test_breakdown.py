"""What stands behind a number: money that adds up, and the worst cases first."""

from datetime import date
from decimal import Decimal, localcontext

import pytest

from sellervitals import plugin as sdk
from sellervitals.domain.breakdown import LARGEST_AMOUNT, MOST_ITEMS


@pytest.mark.parametrize(
    "currency", ["usd", "US", "USDX", "", "XXX", "XTS", "U$D", "ÜSD", "USD\n", None, 840]
)
def test_b47_only_currencies_are_taken(currency):
    with pytest.raises(sdk.MetadataError, match="money: currency"):
        sdk.Money(Decimal(1), currency, "a column")


@pytest.mark.parametrize(
    "amount",
    [1, 1.5, "1.5", None, Decimal("NaN"), Decimal("Infinity"), LARGEST_AMOUNT + 1, -LARGEST_AMOUNT * 2],
)
def test_b47_only_amounts_are_taken(amount):
    with pytest.raises(sdk.MetadataError, match="money: amount"):
        sdk.Money(amount, "USD", "a column")


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        ("10", "USD", "10.00"),
        ("0.125", "USD", "0.12"),
        ("0.135", "USD", "0.14"),
        ("10.50", "JPY", "10"),
        ("11.50", "JPY", "12"),
        ("1.0005", "KWD", "1.000"),
        ("-0.001", "USD", "0.00"),
        ("1E+2", "EUR", "100.00"),
        (str(LARGEST_AMOUNT), "KWD", f"{LARGEST_AMOUNT}.000"),
    ],
)
def test_a17_amounts_have_the_digits_of_their_currency(amount, currency, expected):
    assert str(sdk.Money(Decimal(amount), currency, "a column").amount) == expected


def test_a17_rounding_does_not_depend_on_the_surroundings():
    with localcontext() as context:
        context.rounding = "ROUND_UP"
        assert str(sdk.Money(Decimal("0.121"), "USD", "x").amount) == "0.12"


def test_a17_amounts_are_never_added_or_compared():
    one, two = sdk.Money(Decimal(1), "USD", "x"), sdk.Money(Decimal(2), "EUR", "x")
    for wrong in (lambda: one < two, lambda: one + two, lambda: sum([one, two])):
        with pytest.raises(TypeError):
            wrong()


def items(*units):
    return [sdk.Item(f"S{place}", units=each) for place, each in enumerate(units)]


def test_the_worst_items_are_kept_and_all_are_counted():
    found = sdk.Breakdown.of(items(*range(MOST_ITEMS + 10)), worst=lambda item: item.units)
    assert (len(found.items), found.total) == (MOST_ITEMS, MOST_ITEMS + 10)
    assert [item.units for item in found.items[:3]] == [59, 58, 57]


def test_ties_stay_in_their_order():
    found = sdk.Breakdown.of(items(1, 2, 1, 2), worst=lambda item: item.units)
    assert [item.id for item in found.items] == ["S1", "S3", "S0", "S2"]


def test_nothing_behind_a_number_is_said_too():
    day = sdk.Deadline(date(2026, 1, 15), sdk.DeadlineKind.CHARGE, "Charged.")
    found = sdk.Breakdown.of([], worst=len, deadlines=[day])
    assert found == ((), 0, None, (day,))
