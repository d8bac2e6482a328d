"""The Walmart plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance
from sellervitals_walmart.documents import ALL

PAYLOADS = Path(__file__).parent / "payloads"


def load(name):
    return json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)


class TestWalmart(PluginConformance):
    plugin = "walmart"
    samples = {
        "walmart.performance-summary": load("otd_summary"),
        "walmart.performance-summaries": load("account_bundle_at_risk"),
        "walmart.seller-incentives": load("seller_incentives_documented_example"),
        "walmart.performance-notification": load("alarms_notification"),
    }

    def test_every_document_has_a_sample(self):
        assert self.samples.keys() == {each.type for each in ALL}
