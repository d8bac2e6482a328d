"""Volume, turnover and age: they come with time, and nobody can appeal them."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("wait-and-grow", "low", "management")(
        "Wait and grow: volume and age are counted, there is nothing to appeal and nothing to put right."
    ),
    sdk.step("one-account", "low", "management")(
        "Sell through this one account, so that all sales to buyers of the program count for it."
    ),
    sdk.step("keep-the-rates", "medium", "operations")(
        "Keep defects, cases and late shipments low meanwhile: in a small account a single one weighs more."
    ),
)
