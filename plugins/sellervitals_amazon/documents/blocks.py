"""What stands where in the seller performance report: one line per metric, in the order of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from sellervitals import plugin as sdk

TYPE = "amazon.seller-performance-report"
"""The document type, on every measurement and notice."""

_COMMON = frozenset({"reportingDateRange", "status", "targetValue", "targetCondition"})


class Split(Enum):
    """How one block holds several segments."""

    NOT = "not"
    BY_CHANNEL = "by channel"
    """An object with one block per fulfilment channel, ``mfn`` and ``afn``."""
    BY_WINDOW = "by window"
    """A block or a list of them, told apart by the days they cover."""


class RateBlock(NamedTuple):
    """Where a rate stands.

    ``keys`` are the names the block goes by, ``numerator`` and ``denominator`` the keys of its counts,
    ``parts`` the words for further counts by key, ``lines`` the targets known for it in percent,
    ``otherwise`` the condition of a target that came without a usable one.
    """

    metric: str
    keys: tuple[str, ...]
    numerator: str
    denominator: str
    otherwise: sdk.Comparator
    lines: frozenset[Decimal]
    parts: Mapping[str, str] = MappingProxyType({})
    exclusive: bool = False
    split: Split = Split.NOT

    @property
    def known(self) -> frozenset[str]:
        """Every key that such a block is known to have."""
        own = {"rate", "fulfillmentType", self.numerator, self.denominator, *self.parts}
        return _COMMON | own


class CountBlock(NamedTuple):
    """Where a count stands: the names its block goes by, and the key of the number in it."""

    metric: str
    keys: tuple[str, ...]
    number: str = "defectsCount"

    @property
    def known(self) -> frozenset[str]:
        """Every key that such a block is known to have."""
        return _COMMON | {self.number}


def _percent(*lines: str) -> frozenset[Decimal]:
    return frozenset(map(Decimal, lines))


RATES = (
    RateBlock(
        metric="order_defect_rate",
        keys=("orderDefectRate",),
        numerator="orderWithDefects",
        denominator="orderCount",
        otherwise=sdk.Comparator.BELOW,
        lines=_percent("1"),
        parts=MappingProxyType(
            {
                "negativeFeedback": "negative feedback",
                "claims": "A-to-z claims",
                "chargebacks": "chargebacks",
            }
        ),
        split=Split.BY_CHANNEL,
    ),
    RateBlock(
        metric="late_shipment_rate",
        keys=("lateShipmentRateList", "lateShipmentRate"),
        numerator="lateShipmentCount",
        denominator="orderCount",
        otherwise=sdk.Comparator.BELOW,
        lines=_percent("4"),
        split=Split.BY_WINDOW,
    ),
    RateBlock(
        metric="cancellation_rate",
        keys=("preFulfillmentCancellationRate", "prefulfillmentCancelRate", "preFulfillmentCancelRate"),
        numerator="cancellationCount",
        denominator="orderCount",
        otherwise=sdk.Comparator.BELOW,
        lines=_percent("1", "2", "2.5"),
    ),
    RateBlock(
        metric="valid_tracking_rate",
        keys=("validTrackingRate",),
        numerator="validTrackingCount",
        denominator="shipmentCount",
        otherwise=sdk.Comparator.AT_LEAST,
        lines=_percent("95", "99"),
    ),
    RateBlock(
        metric="on_time_delivery_rate",
        keys=("onTimeDeliveryRate",),
        numerator="onTimeDeliveryCount",
        denominator="shipmentCountWithValidTracking",
        otherwise=sdk.Comparator.AT_LEAST,
        lines=_percent("90", "95", "97"),
    ),
    RateBlock(
        metric="unit_on_time_delivery_rate",
        keys=("unitOnTimeDeliveryRate",),
        numerator="unitOnTimeDeliveryCount",
        denominator="totalUnitCount",
        otherwise=sdk.Comparator.AT_LEAST,
        lines=_percent("90", "93", "95"),
    ),
    RateBlock(
        metric="invoice_defect_rate",
        keys=("invoiceDefectRate",),
        numerator="invoiceDefect",
        denominator="orderCount",
        otherwise=sdk.Comparator.BELOW,
        lines=_percent("5"),
        parts=MappingProxyType({"missingInvoice": "missing invoices", "lateInvoice": "late invoices"}),
        exclusive=True,
    ),
)

COUNTS = (
    CountBlock("suspected_ip_violations", ("suspectedIntellectualPropertyViolations",)),
    CountBlock("received_ip_complaints", ("receivedIntellectualPropertyComplaints",)),
    CountBlock("product_authenticity_complaints", ("productAuthenticityCustomerComplaints",)),
    CountBlock("product_condition_complaints", ("productConditionCustomerComplaints",)),
    CountBlock("product_safety_complaints", ("productSafetyCustomerComplaints",)),
    CountBlock("food_and_product_safety_issues", ("foodAndProductSafetyIssues",)),
    CountBlock("restricted_product_violations", ("restrictedProductPolicyViolations",)),
    CountBlock("listing_policy_violations", ("listingPolicyViolations",)),
    CountBlock("customer_product_reviews_violations", ("customerProductReviewsPolicyViolations",)),
    CountBlock("other_policy_violations", ("otherPolicyViolations",)),
    CountBlock("document_requests", ("documentRequests", "documentRequest")),
    CountBlock("policy_violation_warnings", ("policyViolationWarnings",), "warningsCount"),
)

RATING = "accountHealthRating"
RATING_STATUS = ("ahrStatus", "accountHealthRatingStatus")
RATING_SCORE = "ahrScore"
RATING_KEYS = frozenset({RATING_SCORE, "reportingDateRange", *RATING_STATUS})

CHANNELS = ("mfn", "afn")

WARNINGS = ("warningStates", "warningState")
WARNING_KEYS = frozenset({"warningType", "status"})

METRICS = (
    "account_status",
    "account_health_rating",
    *(each.metric for each in (*RATES, *COUNTS)),
    "warning_state",
)
"""Everything that the report can bring, in the order of the answer."""

BLOCK_KEYS = frozenset({RATING, *(key for each in (*RATES, *COUNTS) for key in each.keys)})
"""The names of all blocks of one store."""
