"""Account status: Amazon's own word for whether the account may sell."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite
from sellervitals_amazon.words import Standing, standing


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass NORMAL, fail what is known to be worse; a word that nobody knows never passes."""
    word = f"{case.value or ''}"
    meaning = standing(word)
    says = f"Account status: Amazon says {word:.60}"
    if meaning is Standing.NORMAL:
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")
    if meaning is Standing.AT_RISK:
        message = f"{says}: the account may be deactivated."
        return sdk.Verdict(sdk.Outcome.FAIL, message, severity=sdk.Severity.HIGH)
    if meaning is Standing.BLOCKED:
        return sdk.Verdict(sdk.Outcome.FAIL, f"{says}: the account cannot sell.", health=Decimal(0))
    message = f"{says}, which is no known status; look in Seller Central what it means."
    return sdk.Verdict(sdk.Outcome.WARN, message)


RULE = sdk.Rule(
    id="amazon.account-status",
    title="Account status",
    why="An account at risk faces deactivation; a deactivated one cannot sell and its funds are held.",
    metric="account_status",
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    steps=(
        sdk.step("read-notice", "low", "management", channel="Seller Central > Performance Notifications")(
            "Open the newest notice; write down its deadline, the policy named and the documents asked for."
        ),
        sdk.step("find-cause", "low", "operations", channel="Seller Central > Account Health")(
            "Find the metric or violation behind it; the other findings of this report name the candidates."
        ),
        sdk.step("fix-first", "high", "operations", keep="dates and proof of every correction")(
            "Put the cause right before writing: refunds, listings, stock, carrier, staff."
        ),
        sdk.step("appeal-once", "medium", "management", keep="the plan of action and its files")(
            "Send one complete appeal: root cause, what is done, what prevents it, a file for every claim."
        ),
        sdk.step("ship-open-orders", "medium", "operations", keep="tracking of every open order")(
            "Ship every open order on time and answer buyers, even when the account is deactivated."
        ),
        sdk.step("no-second-account", "low", "management")(
            "Open no second account: a related account is a ground for deactivation of its own."
        ),
        sdk.step("plan-cash", "medium", "finance")(
            "Plan cash for 60 to 90 days: funds can be asked for 60 days after a deactivation, not sooner."
        ),
    ),
    references=cite("status", "appeal", "funds"),
    since="0.1",
)
