"""Long documents are read in time that grows with them and no faster."""

import json
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest

from sellervitals_ebay.documents import ALL

PAYLOAD = Path(__file__).parent.parent / "payloads" / "find_seller_standards_profiles.json"
PROFILES = json.loads(PAYLOAD.read_text("utf-8"), parse_float=Decimal)


def _many(number):
    profile = PROFILES["standardsProfiles"][0]
    return {"standardsProfiles": [profile | {"unknown": each} for each in range(number)]}


@pytest.mark.parametrize("make", [_many, lambda number: _many(number)["standardsProfiles"]])
def test_the_time_grows_with_the_document_and_no_faster(make):
    def seconds(content):
        [document] = [each for each in ALL if each.recognises(content)]
        started = process_time()
        document.read(content)
        return process_time() - started

    small, large = make(100), make(800)
    quick = min(seconds(small) for _ in range(3))
    assert min(seconds(large) for _ in range(3)) < 8 * quick * 3 + 0.05
