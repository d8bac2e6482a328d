"""Claims without the protection: an early warning of what counts when it ends."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.remedies.claims import STEPS
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.thermometer import CLAIMS, forecast

RULE = sdk.Rule(
    id="mercadolibre.real-claims-rate",
    title="Rate of claims without the protection",
    why="What a protection leaves out counts again when it ends, and may take the colour at once.",
    metric=f"real_{CLAIMS}",
    severity=sdk.Severity.MEDIUM,
    limits=forecast(CLAIMS),
    steps=STEPS,
    references=cite("thermometer", "cross-border", "reputation"),
    since="0.1",
)
