"""Acme keeps the contract of sellervitals."""

from sellervitals.testing import PluginConformance

REPORT = {"acmeStore": "store-1", "seller": "S9", "parcels": {"late": 7, "sent": 100}, "standing": "GOLD"}


class TestAcme(PluginConformance):
    plugin = "acme"
    samples = {"acme.parcel-report": REPORT}
