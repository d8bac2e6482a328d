"""Inbound defects: kinds of defects found in shipments to FBA, over 120 days and a whole region."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; add how many units were put right, where that was reported."""
    verdict = sdk.compare(case)
    for each in case.others.get("inbound_defect_units_resolved", ()):
        if each.value is not None and case.limit is not None:
            units = sdk.display(each.value, sdk.Unit.COUNT)
            verdict = verdict._replace(message=f"{verdict.message} Units put right: {units}.")
    return verdict


RULE = sdk.Rule(
    id="amazon.inbound-defects",
    title="Inbound defects",
    why="A shipment with defects is received late, and what is not received cannot be sold.",
    metric="inbound_defect_types",
    reads=("inbound_defect_units_resolved",),
    severity=sdk.Severity.LOW,
    programme="FBA",
    evaluate=judge,
    limits=(
        sdk.limit(
            "2025-03-31",
            must_be="at_most",
            fail="0",
            trust="suggested",
            source="inbound-defects",
            announced="2025-03-31",
            note="It gives no limit, so a start is not published; the day is the version of its schema.",
        ),
    ),
    steps=(
        sdk.step("read-the-problems", "low", "operations", channel="Shipping queue > Inbound performance")(
            "List the shipments with problems by kind: label missing, label wrong, product data, other items."
        ),
        sdk.step("fix-the-labels", "medium", "operations", keep="photos of labels and boxes")(
            "Print the FNSKU labels anew from the listing and check one unit of each box before it leaves."
        ),
        sdk.step("right-product-data", "low", "catalog")(
            "Correct sizes, weights and pack quantities where Amazon measured something else."
        ),
        sdk.step("tell-the-supplier", "medium", "purchasing")(
            "Agree labelling and packing with the supplier in writing, with photos of right and wrong."
        ),
    ),
    references=cite("inbound-defects", "seller-analytics"),
    since="0.1",
)
