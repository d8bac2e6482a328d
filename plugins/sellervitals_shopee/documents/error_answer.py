"""An answer that is an error, or empty: Shopee sends it with HTTP 200, and it says nothing about the shop."""

from __future__ import annotations

from typing import Any

from sellervitals import plugin as sdk
from sellervitals_shopee.documents import answer
from sellervitals_shopee.sources import cite

TYPE = "shopee.error-answer"
NO_RESPONSE = "no_response"
_KEYS = frozenset({"error", "request_id"})


def recognises(content: Any) -> bool:
    """Say by its content whether it is an answer of Shopee without data; never raises."""
    if not isinstance(content, dict) or not content.keys() >= _KEYS:
        return False
    error = content["error"]
    return (isinstance(error, str) and bool(error.strip())) or not content.get("response")


def read(content: Any) -> sdk.Reading:
    """Keep the word of the error, so that nobody takes the answer for a shop without faults.

    Raises:
        UnreadableError: it is no JSON object.
    """
    root = sdk.Fields.of(content, TYPE)
    root.skip("request_id", "response")
    word, message = root.word("error"), root.word("message", 200)
    if message is not None:
        root.note("error_answer", f"Shopee says: {message}", "message")
    found = sdk.Measurement("api_answer", value=word or NO_RESPONSE, document=TYPE, pointer=root.at("error"))
    return answer.closed(root, [found])


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Answer without data (any account health call)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("api_answer",),
    references=tuple(cite("account-health").values()),
)
