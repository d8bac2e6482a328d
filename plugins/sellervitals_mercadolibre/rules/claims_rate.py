"""Claims: sales with a claim that counts against the seller."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.ladders import REPUTATION
from sellervitals_mercadolibre.remedies.claims import STEPS
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.thermometer import CLAIMS, GREEN

RULE = sdk.Rule(
    id="mercadolibre.claims-rate",
    title="Rate of claims",
    why="The worst of three rates sets the colour, and beyond green the listings are shown less.",
    metric=CLAIMS,
    severity=sdk.Severity.MEDIUM,
    ladder=REPUTATION,
    limits=GREEN[CLAIMS],
    steps=STEPS,
    references=cite("thermometer", "cross-border", "reputation"),
    since="0.1",
)
