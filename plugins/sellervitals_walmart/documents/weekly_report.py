"""The metrics of the weekly report: a score, a standard and a risk level by the name of a KPI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sellervitals import plugin as sdk
from sellervitals_walmart import words
from sellervitals_walmart.documents.endpoints import ACCOUNTABLE, BY_PATH, Endpoint
from sellervitals_walmart.documents.rate import rate_of
from sellervitals_walmart.documents.said import said_of

_KPIS: Mapping[str, str] = {
    "ONTIMEDELIVERY": "otd",
    "VALIDTRACKING": "vtr",
    "CANCELLATION": "cancellations",
    "CANCELLATIONS": "cancellations",
    "SELLERRESPONSE": "srr",
    "RETURN": "returns",
    "RETURNS": "returns",
    "ITEMNOTRECEIVED": "itemNotReceived",
    "NEGATIVEFEEDBACK": "negativeFeedback",
    "LATESHIPMENT": "lateShipment",
    "REFUND": "refunds",
    "REFUNDS": "refunds",
}
"""Summary by KPI, without separators and the word rate. The first is documented, the others are assumed."""

_FOUND = {path: BY_PATH[path] for path in _KPIS.values()}
METRICS = tuple(each.metric for each in _FOUND.values() if each.rate != ACCOUNTABLE)


def measure(told: sdk.Fields, window: sdk.Window | None, document: str) -> Iterator[sdk.Measurement]:
    """Read every KPI that is known by name.

    Of on-time delivery and late shipment only the risk level is read: the report does not say whether their
    score is the overall rate, which Walmart does not judge, or the one that the seller is accountable for.
    """
    for each in told.objects("metrics"):
        name = each.word("kpi")
        endpoint = None if name is None else _endpoint(name)
        if endpoint is None:
            each.note("unknown_kpi", "The KPI is not known, so nothing was read of it.", "kpi")
            continue
        each.skip("overallTrend")
        said = said_of(each, endpoint, usual=True)
        if endpoint.rate == ACCOUNTABLE:
            each.note(
                "not_judged", f"The score of {name} does not say which rate it is; it was left out.", "score"
            )
            each.skip("score")
        else:
            rate, missing = rate_of(each, endpoint._replace(rate="score"), said)
            yield sdk.Measurement(
                endpoint.metric,
                value=rate,
                window=window,
                target=said.target,
                verdict=said.risk,
                good=words.is_good(said.risk),
                document=document,
                pointer=each.pointer,
                missing=missing,
            )
        if said.risk is not None:
            yield sdk.Measurement(
                "risk_level",
                endpoint.metric,
                value=said.risk,
                window=window,
                document=document,
                pointer=each.at(said.risk_key),
            )


def _endpoint(kpi: str) -> Endpoint | None:
    path = _KPIS.get(sdk.folded(kpi).removesuffix("RATE"))
    return None if path is None else BY_PATH[path]
