"""The eBay plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance
from sellervitals_ebay.documents import ALL

PAYLOADS = Path(__file__).parent / "payloads"


def sample(name):
    return json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)


class TestEbay(PluginConformance):
    plugin = "ebay"
    samples = {
        "ebay.seller-standards": sample("find_seller_standards_profiles"),
        "ebay.customer-service-metric": sample("get_customer_service_metric_inad_current"),
        "ebay.traffic-report": sample("get_traffic_report_day"),
    }

    def test_every_document_with_data_has_a_sample(self):
        assert {*self.samples, "ebay.error"} == {each.type for each in ALL}
