"""The Amazon plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance

PAYLOADS = Path(__file__).parent / "payloads"
REPORT = (PAYLOADS / "seller-performance.schema-root-example.json").read_text("utf-8")
DAYS = (PAYLOADS / "data-kiosk.seller-analytics.days.jsonl").read_text("utf-8")
CHANGED = (PAYLOADS / "account-status-changed.notification.json").read_text("utf-8")


class TestAmazon(PluginConformance):
    plugin = "amazon"
    samples = {
        "amazon.seller-performance-report": json.loads(REPORT, parse_float=Decimal),
        "amazon.data-kiosk-seller-analytics": DAYS,
        "amazon.account-status-changed": json.loads(CHANGED),
    }
