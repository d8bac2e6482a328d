"""Account status: Amazon's own word for whether the account may sell."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.standing import judge
from sellervitals_amazon.sources import cite

FUNDS = "Notices speak of 90 days or more; the notice counts."

RULE = sdk.Rule(
    id="amazon.account-status",
    title="Account status",
    why="An account at risk faces deactivation; a deactivated one cannot sell and its funds are held.",
    metric="account_status",
    reads=("account_status_change",),
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    figures=(
        sdk.figure(
            "2015-01-01",
            name="funds-held",
            value="90",
            unit="days after a deactivation",
            source="funds",
            note=f"Its first day is not published; the table starts with 2015. {FUNDS}",
        ),
        sdk.figure(
            "2024-10-25",
            name="funds-held",
            value="60",
            unit="days after a deactivation",
            source="funds",
            note=FUNDS,
        ),
    ),
    steps=(
        sdk.step("read-notice", "low", "management", channel="Performance Notifications", keep="the notice")(
            "Open the newest notice; write down its deadline, the policy named and the documents asked for."
        ),
        sdk.step(
            "fix-first", "high", "operations", channel="Account Health", keep="proof and date of each fix"
        )("Find the metric or violation behind it, which the other findings name; fix it before you write."),
        sdk.step("appeal-once", "medium", "management", keep="the plan of action and its files")(
            "Send one complete appeal: root cause, what is done, what prevents it, a file for every claim."
        ),
        sdk.step("ship-open-orders", "medium", "operations", keep="tracking of every open order")(
            "Ship every open order on time and answer buyers, even when the account is deactivated."
        ),
        sdk.step("no-second-account", "low", "management")(
            "Open no second account; have a related one that is named reactivated first and give its date."
        ),
        sdk.step("plan-cash", "medium", "finance")(
            "When deactivated, plan cash for 60 to 90 days: funds can be asked for 60 days on, not sooner."
        ),
        sdk.step("keep-fba-stock", "low", "operations", keep="advice in writing")(
            "Remove stock from FBA only after you have taken advice."
        ),
    ),
    references=cite("status", "appeal", "funds", "related-account"),
    since="0.1",
)
