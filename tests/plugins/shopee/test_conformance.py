"""The Shopee plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance
from sellervitals_shopee.documents import ALL

PAYLOADS = Path(__file__).parent / "payloads"


def _sample(name):
    return json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)


class TestShopee(PluginConformance):
    plugin = "shopee"
    samples = {
        "shopee.shop-performance": _sample("get_shop_performance.composed"),
        "shopee.metric-source-detail": _sample("get_metric_source_detail.lsr.sample"),
        "shopee.late-orders": _sample("get_late_orders.sample"),
        "shopee.listings-with-issues": _sample("get_listings_with_issues.sample"),
        "shopee.penalty-point-history": _sample("get_penalty_point_history.sample"),
        "shopee.punishment-history": _sample("get_punishment_history.ongoing.sample"),
        "shopee.penalty-push": _sample("push_code_28.points_issued.sample"),
        "shopee.shop-penalty": _sample("shop_penalty.legacy.fixture"),
        "shopee.error-answer": _sample("error_no_permission.composed"),
    }

    def test_every_document_has_a_sample(self):
        assert self.samples.keys() == {each.type for each in ALL}
