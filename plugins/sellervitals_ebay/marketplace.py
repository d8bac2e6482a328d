"""eBay as a marketplace: its programs, metrics, own words, weights and the ladder of its levels."""

from sellervitals import plugin as sdk
from sellervitals_ebay.level import level
from sellervitals_ebay.metrics import METRICS
from sellervitals_ebay.scorecard import SCORECARD
from sellervitals_ebay.sites import MARKETPLACES, SITES
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import LADDER

EBAY = sdk.Marketplace(
    id="ebay",
    title="eBay",
    metrics=METRICS,
    scorecard=SCORECARD,
    sites=SITES,
    site_ids=MARKETPLACES,
    level=level,
    ladders=(LADDER,),
    references=tuple(cite("standards", "standards-us", "service-metrics", "analytics-schema").values()),
)
