"""The Mercado Libre plugin keeps the contract that a stranger's keeps."""

import json
from decimal import Decimal
from pathlib import Path

from sellervitals.testing import PluginConformance
from sellervitals_mercadolibre.documents import ALL

PAYLOADS = Path(__file__).parent / "payloads"


def payload(name):
    return json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)


class TestMercadoLibre(PluginConformance):
    plugin = "mercadolibre"
    samples = {
        "mercadolibre.user": payload("users_id.mla-protected.real-masked"),
        "mercadolibre.global-reputation": payload("global_users_seller_reputation.composed"),
    }

    def test_every_document_has_a_sample(self):
        assert self.samples.keys() == {each.type for each in ALL}
