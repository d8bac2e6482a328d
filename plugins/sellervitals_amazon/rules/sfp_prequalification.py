"""Seller Fulfilled Prime, prequalification: what 90 days must show before a seller may try out for Prime."""

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.prequalification import CONDITIONS, qualifies
from sellervitals_amazon.sources import cite

condition = partial(
    sdk.figure,
    "2024-01-01",
    sites=("US",),
    trust="reported",
    source="prime-requirements",
    note="Its first day is not published; the table starts with 2024. One third party gives it.",
)

RULE = sdk.Rule(
    id="amazon.sfp-prequalification",
    title="Seller Fulfilled Prime: prequalification",
    why="Only who meets all four may begin the trial of about 30 days and at least 100 Prime orders.",
    reads=tuple(each.metric.id for each in CONDITIONS),
    programme="Seller Fulfilled Prime prequalification",  # who prepares does not take part yet
    sites=("US",),
    severity=sdk.Severity.LOW,
    evaluate=qualifies,
    figures=(
        condition(name="shipments", value="100", unit="own shipments in 90 days, or more"),
        condition(name="valid-tracking", value="95", unit="percent in 90 days; it takes more"),
        condition(name="late-shipments", value="4", unit="percent in 90 days; it takes less"),
        condition(name="cancellations", value="2.5", unit="percent in 90 days; it takes less"),
        condition(name="trial-orders", value="100", unit="Prime orders in a trial of about 30 days"),
    ),
    steps=(
        sdk.step("find-gap", "low", "operations", channel="Account Health > Shipping Performance")(
            "See which of the four conditions is missed and by how many orders."
        ),
        sdk.step("mend-it", "medium", "operations")(
            "Follow the steps of that shipping rate until 90 days show it."
        ),
        sdk.step("try-weekends", "medium", "operations", keep="the carrier contracts")(
            "Arrange pick-up and delivery on weekends before you apply: Prime asks for both."
        ),
        sdk.step("apply", "low", "management", channel="Shipping Settings")(
            "Begin the trial in a month in which at least 100 Prime orders are likely."
        ),
    ),
    references=cite("prime-requirements"),
    since="0.1",
)
