"""Any marketplace: its sites are the named profiles, and it takes names that it does not know."""

from sellervitals import plugin as sdk
from sellervitals_generic.metrics import METRICS
from sellervitals_generic.own_figures import FAMILIES
from sellervitals_generic.profiles import PROFILES
from sellervitals_generic.scorecard import SCORECARD

GENERIC = sdk.Marketplace(
    id="generic",
    title="Any marketplace",
    metrics=METRICS,
    families=FAMILIES,
    scorecard=SCORECARD,
    sites={each.site: each.title if each.limits else f"{each.title}: no figure known" for each in PROFILES},
    ladders=tuple(ladder for each in PROFILES for _, ladder in each.ladders),
    goals=tuple(goal for each in PROFILES for goal in each.goals),
    references=tuple(source for each in PROFILES for source in each.sources.values()),
)
