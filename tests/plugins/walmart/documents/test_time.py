"""Drivers and advice without end are cut off, not worked through."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from time import process_time

from sellervitals.checking import check_reading
from sellervitals_walmart.documents import ALL
from sellervitals_walmart.marketplace import WALMART

PAYLOAD = Path(__file__).parent.parent / "payloads" / "account_bundle_at_risk.json"
BUNDLE = json.loads(PAYLOAD.read_text("utf-8"), parse_float=Decimal)


def test_b00_time_grows_with_the_size_of_a_document_and_not_faster():
    def seconds(number):
        content = copy.deepcopy(BUNDLE)
        for response in content.values():
            response["payload"]["sellerAccountableDrivers"] = {f"driver{n}Rate": 1 for n in range(number)}
            response["payload"]["recommendations"] = [{"recommendation": "Sync."}] * number
        started = process_time()
        reading = next(each for each in ALL if each.type == "walmart.performance-summaries").read(content)
        check_reading(reading, WALMART)
        assert len(reading.measurements[0].shares) == 50
        return process_time() - started

    least = min(seconds(500) for _ in range(3))
    assert min(seconds(5_000) for _ in range(2)) < 40 * least
