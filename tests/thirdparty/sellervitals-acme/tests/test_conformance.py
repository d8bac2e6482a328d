"""Acme keeps the contract of sellervitals."""

from sellervitals.testing import PluginConformance

REPORT = {"acmeStore": "store-1", "seller": "S9", "parcels": {"late": 7, "sent": 100}, "standing": "GOLD"}
STOCK = (
    "sku\ton-hand\tstuck\treason\tyearly-cost\tcounted-on\n"
    "A\t90\t70\tunlisted\t35.10\t2026-11-20\n"
    'B 3" pipe\t10\t0\t\t0\t2026-11-20\n'
    "C\t40\t40\taged\t35.10\t2026-11-20\n"
)


class TestAcme(PluginConformance):
    plugin = "acme"
    samples = {"acme.parcel-report": REPORT, "acme.stock-list": STOCK}
