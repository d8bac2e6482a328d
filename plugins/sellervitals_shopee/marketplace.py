"""Shopee as a marketplace: its sites, metrics, own words, tiers and weights."""

from sellervitals import plugin as sdk
from sellervitals_shopee.level import level
from sellervitals_shopee.limits.penalty_tiers import TIERS
from sellervitals_shopee.metrics import METRICS
from sellervitals_shopee.scorecard import SCORECARD
from sellervitals_shopee.sites import SITES
from sellervitals_shopee.sources import cite

SHOPEE = sdk.Marketplace(
    id="shopee",
    title="Shopee",
    metrics=METRICS,
    scorecard=SCORECARD,
    sites=SITES,
    ladders=(TIERS,),
    level=level,
    references=tuple(cite("account-health", "push", "reset").values()),
)
