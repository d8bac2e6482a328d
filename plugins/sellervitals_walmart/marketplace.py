"""Walmart as a marketplace: its sites, metrics, own words and weights."""

from sellervitals import plugin as sdk
from sellervitals_walmart.appeal import APPEAL
from sellervitals_walmart.level import level
from sellervitals_walmart.metrics import METRICS
from sellervitals_walmart.programmes.pro_seller import LADDER
from sellervitals_walmart.scorecard import SCORECARD
from sellervitals_walmart.sites import SITES
from sellervitals_walmart.sources import cite

WALMART = sdk.Marketplace(
    id="walmart",
    title="Walmart Marketplace",
    metrics=METRICS,
    scorecard=SCORECARD,
    sites=SITES,
    level=level,
    ladders=(LADDER,),
    appeal=APPEAL,
    references=tuple(cite("api", "standards", "pro-seller").values()),
)
