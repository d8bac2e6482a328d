"""Storage utilization: how many weeks a size tier's stock lasts at the pace of 13 weeks."""

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.rates import storage_utilization
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; a tier that the report itself charges nothing for does not fail."""
    verdict = sdk.compare(case)
    rows = None if case.measurement is None else case.measurement.breakdown
    if verdict.outcome is not sdk.Outcome.FAIL or rows is None or rows.total:
        return verdict
    message = f"{verdict.message} The report charges no surcharge for this tier."
    return verdict._replace(outcome=sdk.Outcome.WARN, message=message)


at_most = partial(sdk.limit, sites=("US",), must_be="at_most")
WHO = (
    "Charged are Professional sellers, 365 days after their first FBA shipment, with an average of at least"
    " 25 cubic feet a day in the tier (third party)."
)

RULE = sdk.Rule(
    id="amazon.storage-utilization",
    title="Storage utilization ratio",
    why="Above 22 weeks of volume in stock Amazon adds a storage utilization surcharge to the storage fee.",
    metric="storage_utilization_ratio",
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    evaluate=judge,
    limits=(
        at_most("2023-04-01", fail="26", trust="reported", source="storage-2023", announced="2023-04-01"),
        at_most("2024-04-01", fail="22", warn="20", source="storage-2024", announced="2024-04-01", note=WHO),
    ),
    figures=storage_utilization.FIGURES,
    steps=(
        sdk.step("find-tier", "low", "operations", channel="Reports > Monthly storage fees")(
            "Find the items of this size tier that lie longest; stock younger than 30 days is not charged."
        ),
        sdk.step("sell", "low", "catalog")("Sell them first: price cut, coupon, advertising."),
        sdk.step("remove", "medium", "operations", channel="FBA Inventory > Removal")(
            "Remove or liquidate before the month's last day what has not moved for 30 days."
        ),
        sdk.step("less-inbound", "medium", "purchasing")("Send less of this tier, in smaller lots."),
    ),
    references=cite("storage-2024", "storage-2023", "storage-fee-report", "storage-utilization", "fee-card"),
    since="0.1",
)
