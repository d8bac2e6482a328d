"""The Amazon plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance

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
    }
