"""Items of the planning report, and what a roll-up makes of them."""

from datetime import date

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock


@pytest.fixture
def rolled():
    """Roll up items given as dicts of their fields; None where nothing is measured."""

    def measured(rollup, *items, site="US"):
        stocks = [Stock(**{"number": place, **item}) for place, item in enumerate(items, 2)]
        table = sdk.Table(TYPE, stocks, site)
        found = list(rollup.measure(sdk.Tables(date(2026, 11, 22), site, {TYPE: table})))
        assert len(found) <= 1
        return found[0] if found else None

    return measured
