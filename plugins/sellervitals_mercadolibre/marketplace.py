"""Mercado Libre as a marketplace: its sites, metrics, own words, weights and thermometer."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.ladders import GOALS, LADDERS
from sellervitals_mercadolibre.level import level
from sellervitals_mercadolibre.metrics import METRICS
from sellervitals_mercadolibre.scorecard import SCORECARD
from sellervitals_mercadolibre.sites import SITES
from sellervitals_mercadolibre.sources import cite

MERCADOLIBRE = sdk.Marketplace(
    id="mercadolibre",
    title="Mercado Libre",
    metrics=METRICS,
    scorecard=SCORECARD,
    sites=SITES,
    ladders=LADDERS,
    goals=GOALS,
    level=level,
    references=tuple(cite("reputation", "global-reputation").values()),
)
