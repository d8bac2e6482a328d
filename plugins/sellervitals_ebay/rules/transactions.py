"""Transactions of 12 months: the volume that Top Rated asks for."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.growth import STEPS
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import TRANSACTIONS

RULE = sdk.Rule(
    id="ebay.transactions",
    title="Transactions of 12 months",
    why="With fewer than 100 sales to US buyers in 12 months the account cannot be Top Rated.",
    metric="transactions_12m",
    severity=sdk.Severity.LOW,
    limits=TRANSACTIONS,
    evaluate=judge,
    calendar=(EVALUATION,),
    steps=STEPS,
    references=cite("standards-us", "standards"),
    since="0.1",
)
