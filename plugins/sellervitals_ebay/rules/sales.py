"""Sales of 12 months: the turnover that Top Rated asks for, in US dollars."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.growth import STEPS
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import SALES

RULE = sdk.Rule(
    id="ebay.sales",
    title="Sales of 12 months",
    why="With less than 1,000 USD of sales to US buyers in 12 months the account cannot be Top Rated.",
    metric="sales_12m",
    severity=sdk.Severity.LOW,
    limits=SALES,
    evaluate=judge,
    calendar=(EVALUATION,),
    steps=STEPS,
    references=cite("standards-us", "standards"),
    since="0.1",
)
