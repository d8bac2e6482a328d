"""Broken stock and feedback reports: a reading or an UnreadableError at a place, never anything else."""

import json
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import (
    restock_recommendations,
    sales_and_traffic,
    seller_feedback,
    stranded_inventory,
)

PAYLOADS = Path(__file__).parent.parent / "payloads"
FEEDBACK = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"
FEEDBACK += "10/20/23\t1\tbad\t\t111-1234567-7654321\tjane@example.com\n" * 2
TABLES = {
    stranded_inventory: (PAYLOADS / "stranded-inventory-ui.composed.tsv").read_text("utf-8"),
    restock_recommendations: (PAYLOADS / "restock-inventory.rows.csv").read_text("utf-8"),
    seller_feedback: FEEDBACK,
}
SALES = {
    "reportSpecification": {"reportOptions": {"dateGranularity": "DAY"}, "marketplaceIds": ["ATVPDKIKX0DER"]},
    "salesAndTrafficByDate": [
        {
            "date": "2026-11-01",
            "salesByDate": {
                "unitsRefunded": 1,
                "unitsOrdered": 23,
                "refundRate": Decimal("4.35"),
                "claimsGranted": 0,
            },
            "trafficByDate": {"feedbackReceived": 2, "negativeFeedbackReceived": 1},
        }
    ],
}
cells = st.text(max_size=12) | st.sampled_from(
    [
        "",
        "-1",
        "1.5",
        "1e9",
        "٣",
        "99999999999999999999",
        "31/12/9999",
        "0001-01-01",
        '"',
        "\x00",
        "\u2028",
        "\t",
    ]
)


def _read(module, content):
    """Read it if it is claimed at all; what is refused must be refused at a place."""
    if not module.recognises(content):
        return None
    refused = None
    try:
        return module.read(content)
    except sdk.UnreadableError as problem:
        refused = problem
    assert refused.pointer == "" or refused.pointer.startswith("/")
    assert refused.problem.endswith(".")
    return None


@pytest.mark.parametrize("module", TABLES, ids=lambda each: each.__name__.rpartition(".")[2])
@given(data=st.data())
def test_b00_a_mutated_table_is_read_or_refused(module, data):
    lines = TABLES[module].rstrip("\n").split("\n")
    separator = "\t" if "\t" in lines[0] else ","
    row = data.draw(st.integers(0, len(lines) - 1))
    fields = lines[row].split(separator)
    fields[data.draw(st.integers(0, len(fields) - 1))] = data.draw(cells)
    lines[row] = separator.join(fields)
    reading = _read(module, "\n".join(lines))
    if reading is not None:
        assert all(len(table.rows) <= len(lines) - 1 for table in reading.tables)


@pytest.mark.parametrize("module", TABLES, ids=lambda each: each.__name__.rpartition(".")[2])
@given(text=st.text(max_size=200))
def test_b00_any_text_behind_a_good_header_is_read_or_refused(module, text):
    _read(module, TABLES[module].split("\n", maxsplit=1)[0] + "\n" + text)
    _read(module, text)


def _places(value, path=()):
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found += _places(each, (*path, key))
    return found


values = st.recursive(
    st.none() | st.booleans() | st.integers() | cells | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(cells, inner, max_size=3),
    max_leaves=5,
)


@given(place=st.sampled_from(_places(SALES)), value=values)
def test_b00_a_mutated_sales_report_is_read_or_refused(place, value):
    content = deepcopy(SALES)
    inner = content
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    reading = _read(sales_and_traffic, content)
    if reading is not None:
        assert json.dumps([each.pointer for each in (*reading.measurements, *reading.history)])
