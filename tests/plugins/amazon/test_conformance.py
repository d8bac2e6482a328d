"""The Amazon plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance
from sellervitals_amazon.documents import ALL

PAYLOADS = Path(__file__).parent / "payloads"
REPORT = (PAYLOADS / "seller-performance.schema-root-example.json").read_text("utf-8")
FEEDBACK = """Date\tRating\tComments\tYour Response\tOrder ID\tRater Email
10/20/23\t2\tLate\t\t111-1234567-7654321\tbuyer@example.com
"""
DAY = {
    "date": "2026-11-01",
    "salesByDate": {
        "unitsRefunded": 1,
        "unitsOrdered": 23,
        "refundRate": Decimal("4.35"),
        "claimsGranted": 0,
    },
    "trafficByDate": {"feedbackReceived": 10, "negativeFeedbackReceived": 1},
}
DAYS = (PAYLOADS / "data-kiosk.seller-analytics.days.jsonl").read_text("utf-8")
CHANGED = (PAYLOADS / "account-status-changed.notification.json").read_text("utf-8")


class TestAmazon(PluginConformance):
    plugin = "amazon"
    samples = {
        "amazon.seller-performance-report": json.loads(REPORT, parse_float=Decimal),
        "amazon.fba-storage-fee-charges": (PAYLOADS / "storage-fee-charges.example.tsv").read_text("utf-8"),
        "amazon.fba-inventory-planning": (PAYLOADS / "fba-inventory-health.rows.csv").read_text("utf-8"),
        "amazon.stranded-inventory": (PAYLOADS / "stranded-inventory-ui.composed.tsv").read_text("utf-8"),
        "amazon.restock-recommendations": (PAYLOADS / "restock-inventory.rows.csv").read_text("utf-8"),
        "amazon.seller-feedback": FEEDBACK,
        "amazon.sales-and-traffic": {"salesAndTrafficByDate": [DAY]},
        "amazon.data-kiosk-seller-analytics": DAYS,
        "amazon.account-status-changed": json.loads(CHANGED),
    }

    def test_every_document_has_a_sample(self):
        assert self.samples.keys() == {each.type for each in ALL}
