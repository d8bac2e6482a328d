"""What to do against orders that are refused or not confirmed."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("accept-open", "low", "operations", days=0)(
        "Accept every open order that you can serve, today."
    ),
    sdk.step("accept-by-software", "high", "engineering")(
        "Let software accept orders as soon as the stock is confirmed."
    ),
    sdk.step("alert-before-deadline", "medium", "engineering")(
        "Set an alert well before orders are refused automatically."
    ),
    sdk.step("remove-unservable", "low", "catalog")("Take down offers that you cannot serve."),
    sdk.step("close-with-dates", "low", "management")(
        "Close the shop for the days on which nobody is there to accept."
    ),
)
