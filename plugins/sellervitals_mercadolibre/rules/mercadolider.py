"""MercadoLíder: the medal that Mercado Libre shows, and whether what it takes is still there."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.gates import GATES, PROGRAMME, SHARES
from sellervitals_mercadolibre.judging.mercadolider import judge
from sellervitals_mercadolibre.sources import cite

RULE = sdk.Rule(
    id="mercadolibre.mercadolider",
    title="MercadoLíder",
    why="A MercadoLíder is shown before others, and loses the medal when its gates are not kept.",
    metric="leader_status",
    reads=(*SHARES, "sales_completed"),
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    figures=GATES,
    evaluate=judge,
    steps=(
        sdk.step("check-requirements", "low", "management", channel="Reputation > MercadoLíder")(
            "Compare orders and billed amount with what the panel asks for today: the amounts change often."
        ),
        sdk.step("worst-rate-first", "low", "operations", channel="Reputation")(
            "Take the rate that is furthest past its gate, and list the sales behind it."
        ),
        sdk.step("hold-quality", "medium", "operations")(
            "Keep claims, own cancellations and delays below their gates for 60 days in a row."
        ),
        sdk.step("watch-mediations", "low", "customer_service", channel="Sales > Claims")(
            "Settle claims before they become mediations: those count too, and no report shows them."
        ),
    ),
    references=cite("mercadolider", "reputation"),
    since="0.1",
)
