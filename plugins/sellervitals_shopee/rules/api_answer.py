"""Answer of the account health call: an error with HTTP 200 is no shop without faults."""

from sellervitals import plugin as sdk
from sellervitals_shopee.sources import cite

_ACCESS = "The token or the app was not accepted."
_LATER = "Shopee could not answer; ask again later."

RULE = sdk.Rule(
    id="shopee.api-answer",
    title="Answer of the account health call",
    why="While the call answers with an error nobody knows how the shop stands.",
    metric="api_answer",
    severity=sdk.Severity.MEDIUM,
    words=(
        sdk.word("ok", "pass"),
        sdk.word("shop_banned", "fail", severity="critical", says="Shopee has banned the shop's account."),
        sdk.word("error_api_permission", "warn", says="The type of the app may not ask for account health."),
        sdk.word("error_api_call_restricted", "warn", says="Shopee has restricted what the app may ask for."),
        sdk.word("error_auth", "warn", says=_ACCESS),
        sdk.word("invalid_acceess_token", "warn", says=_ACCESS),
        sdk.word("shop_no_linked", "warn", says="The shop has not authorised the app."),
        sdk.word("error_limit", "warn", says="The app has used up its calls of the day."),
        sdk.word("error_rate_limit", "warn", says=_LATER),
        sdk.word("error_server", "warn", says=_LATER),
        sdk.word("no_response", "warn", says="The answer holds no data, and no error that would say why."),
    ),
    steps=(
        sdk.step("read-error", "low", "engineering", days=0)(
            "Read error and message of the answer; HTTP 200 alone means nothing."
        ),
        sdk.step("renew-access", "low", "engineering", channel="Shopee Open Platform Console")(
            "Renew the token, and have the shop authorise the app again where the link is gone."
        ),
        sdk.step("ask-for-permission", "medium", "engineering", channel="Shopee Open Platform Console")(
            "Ask for the permission of the module AccountHealth where the type of the app lacks it."
        ),
        sdk.step("look-by-hand", "low", "operations", channel="Seller Centre > Account Health", days=1)(
            "Look at the page by hand until the call answers again."
        ),
    ),
    references=cite("account-health"),
    since="0.1",
)
