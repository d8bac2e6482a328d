"""What the Mercado Libre score is made of: weight by rule id.

The colour decides on how much a seller is shown, and it is all that a public record holds: it weighs more
than half, so that rates without a colour are never called healthy. The three rates that set it share the
rest. What a protection hides, what only a medal depends on and what is no fault of the seller reports without
counting.
"""

from sellervitals import plugin as sdk

SCORECARD = sdk.Scorecard(
    version="mercadolibre-2026.1",
    weights={
        "mercadolibre.reputation-level": 55,
        "mercadolibre.claims-rate": 17,
        "mercadolibre.delayed-handling-rate": 15,
        "mercadolibre.cancellations-rate": 13,
        "mercadolibre.real-claims-rate": 0,
        "mercadolibre.real-delayed-handling-rate": 0,
        "mercadolibre.real-cancellations-rate": 0,
        "mercadolibre.protection": 0,
        "mercadolibre.mercadolider": 0,
        "mercadolibre.sales-completed": 0,
        "mercadolibre.report-consistency": 0,
    },
)
