"""What to do about claims, whether they count already or will."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("answer-open-claims", "low", "customer_service", channel="Sales > Claims", days=0)(
        "Answer every open claim before its own deadline and offer the cheapest fair solution."
    ),
    sdk.step(
        "contest-claims", "low", "customer_service", channel="Sales > Claims", keep="tracking, photos, chat"
    )(
        "Ask of each claim whether it counts (the call affects-reputation says so) and contest those where"
        " the carrier or the buyer was at fault."
    ),
    sdk.step("rank-items", "low", "catalog", keep="the list with its date")(
        "Rank the items by claims per hundred sales and read the reasons: not received, wrong, damaged,"
        " not as described."
    ),
    sdk.step("pause-worst", "low", "catalog", channel="Listings", days=1)(
        "Pause the items that cause most claims until their cause is gone."
    ),
    sdk.step("mend-listings", "medium", "catalog", channel="Listings")(
        "Correct titles, pictures and size data of items that were not as described."
    ),
    sdk.step("check-before-shipping", "medium", "operations")(
        "Pack better and check each parcel before it leaves, where goods were damaged or wrong."
    ),
)
