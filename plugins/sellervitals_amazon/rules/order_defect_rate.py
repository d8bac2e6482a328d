"""Order defect rate: orders with a negative feedback, an A-to-z claim or a service chargeback."""

from sellervitals import plugin as sdk

RULE = sdk.Rule(
    id="amazon.order-defect-rate",
    title="Order defect rate",
    why="At or above 1 % Amazon may deactivate the account or the offers that the seller ships itself.",
    metric="order_defect_rate",
    severity=sdk.Severity.CRITICAL,
    limits=(
        sdk.limit(
            "2015-01-01",
            must_be="below",
            fail=sdk.percent("1"),
            warn=sdk.percent("0.5"),
            source="odr",
        ),
    ),
    steps=(
        sdk.Step(
            id="list-defects",
            text="List the orders behind the defects, by feedback, claim or chargeback and by SKU.",
            effort=sdk.Effort.LOW,
            owner=sdk.Owner.CUSTOMER_SERVICE,
            channel="Seller Central > Account Health > Order Defect Rate",
        ),
    ),
    references={
        "odr": sdk.Reference(
            "Order defect rate", "https://sellercentral.amazon.com/gp/help/external/G200285170"
        )
    },
    since="0.1",
)
