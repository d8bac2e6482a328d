"""Acme's stores, metrics, weights and its own word for a seller."""

from sellervitals import plugin as sdk
from sellervitals_acme.levels import STANDINGS
from sellervitals_acme.stock import ROLLUPS

METRICS = (
    sdk.Metric(
        id="late_rate",
        title="Late rate",
        unit=sdk.Unit.RATIO,
        better=sdk.Better.LOWER,
        window_days=30,
        numerator="late parcels",
        denominator="parcels",
    ),
    sdk.Metric(
        id="standing",
        title="Standing",
        unit=sdk.Unit.STATE,
        better=sdk.Better.LOWER,
        states=("GOLD", "PLAIN", "SUSPENDED"),
    ),
    sdk.Metric(
        id="stuck_units",
        title="Stuck units",
        unit=sdk.Unit.COUNT,
        better=sdk.Better.LOWER,
        parts=("unlisted", "aged"),
    ),
)


def level(snapshot: sdk.Snapshot) -> sdk.Level | None:
    """Mirror the standing that Acme reports."""
    for measurement in snapshot.of("standing"):
        word = str(measurement.value)
        return sdk.Level(word, word.capitalize(), measurement.pointer)
    return None


ACME = sdk.Marketplace(
    id="acme",
    title="Acme",
    metrics=METRICS,
    scorecard=sdk.Scorecard(
        version="acme-8", weights={"acme.late-rate": 3, "acme.standing": 5, "acme.stuck-stock": 2}
    ),
    sites={"NORTH": "Acme North", "SOUTH": "Acme South"},
    site_ids={"NORTH": "store-1", "SOUTH": "store-2"},
    rollups=ROLLUPS,
    level=level,
    ladders=(STANDINGS,),
    references=(sdk.Reference("Acme for sellers", "https://acme.example/sellers"),),
)
