"""Dated figures: which one is in force, and what cannot be written."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk

GIVEN = {"name": "storage", "unit": "USD per cubic foot and month", "source": "s"}
FIGURES = (
    sdk.figure("2024-04-01", value="0.78", **GIVEN),
    sdk.figure("2022-02-01", value="0.83", **GIVEN),
    sdk.figure("2023-01-01", value="26", sites=("DE", "FR"), until="2024-12-31", **GIVEN),
    sdk.figure("2024-01-01", value="3", **{**GIVEN, "name": "aged"}),
)


def value(day, site=None, name="storage"):
    found = sdk.figures_on(FIGURES, date.fromisoformat(day), site).get(name)
    return None if found is None else str(found.value)


@pytest.mark.parametrize(
    ("day", "site", "expected"),
    [
        ("2022-01-31", None, None),
        ("2022-02-01", None, "0.83"),
        ("2024-03-31", None, "0.83"),
        ("2024-04-01", None, "0.78"),
        ("2022-12-31", "DE", "0.83"),
        ("2023-01-01", "DE", "26"),
        ("2024-12-31", "FR", "26"),
        ("2025-01-01", "FR", "0.78"),
        ("2024-06-01", "US", "0.78"),
    ],
)
def test_both_sides_of_each_date_and_the_sites_own_first(day, site, expected):
    assert value(day, site) == expected


def test_figures_of_other_names_stand_beside_it():
    assert value("2024-01-01", name="aged") == "3"
    assert value("2023-12-31", name="aged") is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"value": "much"}, "value must be"),
        ({"value": None}, "value must be a decimal text"),
        ({"value": sdk.percent(1)}, "value must be a decimal text"),
        ({"name": "Storage Fee"}, "name"),
        ({"unit": ""}, "unit"),
        ({"source": " "}, "source"),
        ({"sites": "DE"}, "sites"),
        ({"until": "soon"}, "until"),
        ({"until": "2023-12-31"}, "until must not come before since"),
        ({"trust": "rumour"}, "trust"),
        ({"colour": "red"}, "colour is no field"),
    ],
)
def test_what_cannot_be_written_names_its_field(given, words):
    with pytest.raises(sdk.MetadataError, match=words):
        sdk.figure("2024-01-01", **{**GIVEN, "value": "1", **given})


def test_a_rule_refuses_figures_without_a_source_or_given_twice():
    fields = {
        "id": "acme.fee",
        "title": "Fee",
        "why": "It costs.",
        "metric": "fee",
        "severity": "low",
        "steps": (sdk.step("pay", "low", "management")("Pay."),),
        "since": "1",
    }
    one = sdk.figure("2024-01-01", value="1", **GIVEN)
    assert sdk.Rule(**fields, references={"s": sdk.Reference("S")}, figures=(one,)).figures == (one,)
    with pytest.raises(sdk.MetadataError, match=r"figures\[0\]\.source 's' is not among"):
        sdk.Rule(**fields, references={"t": sdk.Reference("T")}, figures=(one,))
    again = sdk.figure("2024-01-01", value="2", **GIVEN)
    with pytest.raises(sdk.MetadataError, match=r"figures\[1\]\.since 2024-01-01 is given twice"):
        sdk.Rule(**fields, references={"s": sdk.Reference("S")}, figures=(one, again))
    assert one.value == Decimal(1)
