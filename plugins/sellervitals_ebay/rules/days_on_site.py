"""Days on eBay: Top Rated asks for an account of 90 days."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.growth import STEPS
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import DAYS

RULE = sdk.Rule(
    id="ebay.days-on-site",
    title="Days on eBay",
    why="An account younger than 90 days cannot be Top Rated.",
    metric="days_on_site",
    severity=sdk.Severity.LOW,
    limits=DAYS,
    evaluate=judge,
    calendar=(EVALUATION,),
    steps=STEPS,
    references=cite("standards-us", "standards-global", "standards"),
    since="0.1",
)
