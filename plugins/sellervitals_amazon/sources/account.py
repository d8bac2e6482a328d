"""Sources on account health, order defects, shipping rates and violations."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_HELP = "https://sellercentral.amazon.com/gp/help/external"
_EUROPE = "https://sellercentral-europe.amazon.com"

SOURCES: Mapping[str, sdk.Reference] = {
    "appeal": sdk.Reference(
        "How to write a plan of action (copy of Amazon's text)",
        "https://esolutionwizard.com/how-to-write-an-amazon-plan-of-action",
    ),
    "assurance": sdk.Reference("Amazon: Account Health Assurance, announcement and FAQ"),
    "cancellation": sdk.Reference(
        "Amazon: cancellation rate (Canada)", "https://sellercentral.amazon.ca/gp/help/external/200285210"
    ),
    "cancellation-europe": sdk.Reference(
        "Amazon: cancellation rate (Europe)", f"{_EUROPE}/gp/help/external/help.html?itemID=200285210"
    ),
    "cancellation-india": sdk.Reference(
        "Amazon: cancellation rate (India)", "https://sellercentral.amazon.in/gp/help/external/200285210"
    ),
    "expired-orders": sdk.Reference(
        "Amazon: auto-cancellation of orders that are not confirmed",
        "https://sellercentral.amazon.com/forums/t/important-update-regarding-auto-cancellation-timeline/694871",
    ),
    "feedback": sdk.Reference("Amazon: feedback and rating", f"{_HELP}/G97692EVY8H3CZY9"),
    "funds": sdk.Reference(
        "Amazon: funds withholding policy, change of 25 October 2024 (repost)",
        "https://seller-forum.com/t/update-to-the-funds-withholding-policy-page/6534",
    ),
    "handling-time": sdk.Reference(
        "Handling times must match real speed (June 2026)", "https://heycross.com/article/ZZjo8mdAvbW6a"
    ),
    "invoices": sdk.Reference(
        "Amazon: invoice defect rate", "https://sellercentral.amazon.fr/gp/help/external/44QSYRCU27EW4UK"
    ),
    "invoices-2021": sdk.Reference("Amazon: invoice defect rate (Germany and UK, 2021)"),
    "item-level": sdk.Reference(
        "Item-level enforcement of on-time delivery (2026)", "https://www.geekseller.com/?p=34471"
    ),
    "late-shipments": sdk.Reference(
        "Late shipment rate explained",
        "https://3plpulse.com/blog/amazon-fbm-late-shipment-rate-explained",
    ),
    "late-shipments-warning": sdk.Reference(
        "Late shipment rate: warn at 3 %", "https://cajari.com/reports/late-shipment-rate"
    ),
    "metrics": sdk.Reference("Amazon: customer metrics FAQ", f"{_HELP}/G202124800"),
    "order-defects": sdk.Reference("Amazon: order defect rate", f"{_HELP}/G200285170"),
    "order-defects-offers": sdk.Reference(
        "Amazon: order defect rate, newer wording on seller-fulfilled offers",
        "https://sellercentral.amazon.sa/gp/help/external/help.html?itemID=200285170",
    ),
    "on-time-germany": sdk.Reference(
        "On-time delivery in Germany and the UK from September 2026",
        "https://marketmaze.me/p/amazon-tightens-seller-shipping",
    ),
    "on-time-uk": sdk.Reference(
        "Amazon: on-time delivery policy in the UK",
        f"{_EUROPE}/seller-forums/discussions/t/3b3da25c-e8e0-4178-a7d0-415704097047",
    ),
    "on-time-uk-steps": sdk.Reference(
        "Amazon: on-time delivery in the UK, the steps of enforcement",
        f"{_EUROPE}/seller-forums/discussions/t/6db13aeb-5512-4814-964d-3e845c590540",
    ),
    "on-time-us": sdk.Reference("Amazon: On-Time Delivery Rate FAQ, US seller forums"),
    "rating": sdk.Reference(
        "Amazon helps sellers manage their account health",
        "https://www.aboutamazon.com/news/small-business/amazon-helps-sellers-manage-their-account-health",
    ),
    "rating-zones": sdk.Reference(
        "Account Health Rating, with Amazon's help text (July 2022)",
        "https://www.ecommercebytes.com/2022/07/21/"
        "amazon-gives-sellers-new-holistic-metric-to-check-account-health",
    ),
    "rating-misconceptions": sdk.Reference("Amazon: common misconceptions about the Account Health Rating"),
    "related-account": sdk.Reference("Deactivated under section 3: related accounts, funds and open orders"),
    "report": sdk.Reference(
        "Amazon: schema of the seller performance report",
        "https://github.com/amzn/selling-partner-api-models/blob/main/schemas/reports/"
        "accountHealthReport-2020-11-18.json",
    ),
    "safety": sdk.Reference("Amazon: product safety notices", f"{_HELP}/4QUDFLRX8GBFPVV"),
    "status": sdk.Reference(
        "Amazon: notification ACCOUNT_STATUS_CHANGED",
        "https://developer-docs.amazon.com/sp-api/docs/notification-type-values",
    ),
    "tracking": sdk.Reference("Amazon: valid tracking rate", f"{_HELP}/G201817070"),
    "violation-repeats": sdk.Reference(
        "Repeated violations and the account's rating", "https://en.56ok.com/topic/detail-854287"
    ),
    "violations": sdk.Reference("Amazon: common violations, US and European seller forums"),
}
