"""What every response of the Insights API is wrapped in: a status beside the payload."""

from __future__ import annotations

from sellervitals import plugin as sdk

_FINE = "OK"


def payload_of(response: sdk.Fields) -> sdk.Fields | None:
    """Give the payload of a response; a status other than OK is said, for its figures may be incomplete."""
    status = response.word("status")
    if status is not None and status.upper() != _FINE:
        response.note("status", f"Walmart answered with the status {status}.", "status")
    return response.object("payload")
