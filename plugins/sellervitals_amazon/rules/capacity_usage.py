"""FBA capacity usage: volume on hand and under way against the month's limit of its storage type."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import capacity
from sellervitals_amazon.rates import overage
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.capacity-usage",
    title="FBA capacity usage",
    why="Over the capacity limit Amazon takes no new shipments of that storage type and charges overage.",
    metric="capacity_usage",
    reads=(capacity.LIMIT,),
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    evaluate=capacity.usage,
    figures=(
        *overage.FIGURES,
        sdk.figure(
            "2023-03-01",
            name="capacity-limit-individual-plan",
            value="15",
            unit="cubic feet",
            source="capacity-exceptions",
            trust="reported",
            note="New Professional sellers have no limit in their first 39 weeks.",
        ),
        sdk.figure(
            "2023-03-01",
            name="capacity-manager-credit",
            value="0.15",
            unit="USD per dollar of sales from the extra space",
            sites=("US",),
            source="capacity-manager",
        ),
    ),
    steps=(
        sdk.step("hold-inbound", "low", "operations", channel="Send to Amazon", days=0)(
            "Hold or cancel open shipments of that storage type: they count against the limit."
        ),
        sdk.step("sell-slow", "low", "catalog", channel="FBA Inventory")(
            "Cut the price of, or advertise, the slowest items that take most space."
        ),
        sdk.step("remove", "medium", "operations", channel="FBA Inventory > Removal", days=0)(
            "Order the removal or liquidation of what will not sell: the fee counts every day over it."
        ),
        sdk.step("bid", "medium", "finance", channel="Capacity Manager")(
            "Bid for more space in the Capacity Manager where the margin bears it; sales from it pay it back."
        ),
        sdk.step("upstream", "high", "operations")(
            "Keep the reserve upstream in Amazon's AWD or in a store of your own, and send smaller lots."
        ),
        sdk.step("forecast", "medium", "purchasing")("Forecast the volume of the next three months."),
    ),
    references=cite(
        "capacity-limits", "capacity-exceptions", "capacity-manager", "overage-fee", "overage-fee-uk"
    ),
    since="0.1",
)
