"""The Amazon plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance

PAYLOADS = Path(__file__).parent / "payloads"
REPORT = (PAYLOADS / "seller-performance.schema-root-example.json").read_text("utf-8")


class TestAmazon(PluginConformance):
    plugin = "amazon"
    samples = {
        "amazon.seller-performance-report": json.loads(REPORT, parse_float=Decimal),
        "amazon.fba-storage-fee-charges": (PAYLOADS / "storage-fee-charges.example.tsv").read_text("utf-8"),
        "amazon.fba-inventory-planning": (PAYLOADS / "fba-inventory-health.rows.csv").read_text("utf-8"),
    }
