"""Amazon as a marketplace: its stores, metrics, own words and weights."""

from sellervitals import plugin as sdk
from sellervitals_amazon.appeal import APPEAL
from sellervitals_amazon.goals import GOALS
from sellervitals_amazon.level import level
from sellervitals_amazon.metrics import METRICS
from sellervitals_amazon.rollups import ROLLUPS
from sellervitals_amazon.scorecard import SCORECARD
from sellervitals_amazon.sites import MARKETPLACE_IDS, SITES
from sellervitals_amazon.sources import cite
from sellervitals_amazon.zones import ZONES

AMAZON = sdk.Marketplace(
    id="amazon",
    title="Amazon",
    metrics=METRICS,
    scorecard=SCORECARD,
    sites=SITES,
    site_ids=MARKETPLACE_IDS,
    rollups=ROLLUPS,
    ladders=(ZONES,),
    goals=GOALS,
    level=level,
    appeal=APPEAL,
    references=tuple(cite("report", "metrics").values()),
)
