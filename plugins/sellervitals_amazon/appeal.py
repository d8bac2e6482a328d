"""What Amazon wants to read in a plan of action, and what weakens one."""

from itertools import product

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

_VIOLATIONS = (
    "amazon.customer-product-reviews-violations",
    "amazon.food-and-product-safety-issues",
    "amazon.listing-policy-violations",
    "amazon.other-policy-violations",
    "amazon.product-authenticity-complaints",
    "amazon.product-condition-complaints",
    "amazon.product-safety-complaints",
    "amazon.received-ip-complaints",
    "amazon.restricted-product-violations",
    "amazon.suspected-ip-violations",
)
_ENDED = ("delete", "deleted", "remove", "removed", "close", "closed")
_WHICH = ("", "the ", "our ", "this ", "these ", "all ", "the affected ", "all affected ")
_WAS = ("", "was ", "were ", "is ", "has been ", "have been ")
_LISTINGS = ("listing*", "asin", "asins")
_ENDED_LISTING = (
    *(f"{ended} {which}{listing}" for ended, which, listing in product(_ENDED, _WHICH, _LISTINGS)),
    *(f"{listing} {was}{ended}" for listing, was, ended in product(_LISTINGS, _WAS, _ENDED)),
)
_DONE = (sdk.AppealPart.ROOT_CAUSE, sdk.AppealPart.CORRECTIVE_ACTIONS)
_SAID = (*_DONE, sdk.AppealPart.PREVENTIVE_MEASURES)

APPEAL = sdk.Appeal(
    asks={
        sdk.AppealPart.ROOT_CAUSE: "A paragraph for each issue that the notice names: what happened, why, and"
        " for which orders or ASINs. Where there are several causes, an answer for each.",
        sdk.AppealPart.CORRECTIVE_ACTIONS: "What is finished already, with dates: refunds, listings put"
        " right, stock pulled, staff, carrier.",
        sdk.AppealPart.PREVENTIVE_MEASURES: "Lasting measures that can be measured, each with its owner, how"
        " often, and with which tool.",
        sdk.AppealPart.EVIDENCE: "A readable file for each claim, inside the time frame, with the lines that"
        " matter highlighted.",
    },
    references=tuple(cite("appeal", "rating-misconceptions", "appeal-practice", "appeal-examples").values()),
    weak_signs=(
        sdk.Sign(
            id="blames-the-buyer",
            phrases=(
                *("blam* ... buyer*", "blam* ... customer*", "buyer* ... fault", "customer* ... fault"),
                *("buyer* ... mistake*", "customer* ... mistake*", "dishonest buyer*", "dishonest customer*"),
                *("buyer* ... lied", "customer* ... lied", "buyer* ... lying", "customer* ... lying"),
            ),
            says="Blaming the buyer weakens a plan: say what happened on your side, and why.",
            parts=_SAID,
        ),
        sdk.Sign(
            id="apology",
            phrases=(
                "apologi*",
                "apology",
                "we are sorry",
                "i am sorry",
                "so sorry",
                "very sorry",
                "regret*",
            ),
            says="A general apology says nothing: say what happened, for which orders or ASINs.",
            parts=_SAID,
        ),
        sdk.Sign(
            id="guess",
            phrases=(
                "maybe",
                "perhaps",
                "we guess",
                "i guess",
                "we think",
                "i think",
                "we believe",
                "probably",
            ),
            says="A guess is no root cause: say what you found out, and how.",
            parts=(sdk.AppealPart.ROOT_CAUSE,),
        ),
        sdk.Sign(
            id="promise",
            phrases=("we will", "i will", "we'll", "i'll", "going to", "plan to", "intend to"),
            says="A promise is no action: say what is done, with its date; what comes belongs to prevention.",
            parts=_DONE,
        ),
        sdk.Sign(
            id="be-more-careful",
            phrases=("more careful*", "pay more attention", "try harder", "try our best", "do our best"),
            says="Care cannot be measured: name a lasting measure, its owner and how often it is done.",
            parts=_SAID,
        ),
        sdk.Sign(
            id="emotion",
            phrases=(
                *("please help", "beg you", "we beg", "i beg", "desperate*", "our family", "my family"),
                *("livelihood*", "unfair*", "heartbroken", "devastat*", "shocked"),
            ),
            says="Emotion and the history of the firm weaken a plan: keep to facts.",
            parts=_SAID,
        ),
    ),
    contradictions=(
        sdk.Sign(
            id="deleted-listing",
            phrases=_ENDED_LISTING,
            says="Deleting a listing does not clear its violation: say what was corrected, or show papers.",
            parts=_DONE,
            rules=_VIOLATIONS,
        ),
    ),
    evidence_days=365,
)
