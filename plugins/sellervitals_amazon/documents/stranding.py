"""Why stock is stranded, told from Amazon's words for it, and what each reason asks for."""

from __future__ import annotations

import re
from functools import lru_cache

COMPLIANCE = "blocked for compliance"
PRICE = "pricing errors"
CHANNEL = "offers fulfilled by the seller"
CLOSED = "closed or missing offers"
ERROR = "listing errors"
OTHER = "other reasons"

REASONS = (COMPLIANCE, PRICE, CHANNEL, CLOSED, ERROR, OTHER)
"""In the order in which words are looked for: a closed offer that waits for documents needs the documents."""

_WORDS = {
    COMPLIANCE: r"complian|restrict|approv|policy|safety|hazmat|dangerous|intellectual|trademark|counterfeit"
    r"|infring|authentic|document|investigat|recall|blocked",
    PRICE: r"pric(e|ing)",
    CHANNEL: r"merchant|fulfil+ment channel|change to fulfilled by amazon|seller.fulfilled",
    CLOSED: r"closed|delet|no (active )?(listing|offer)|not listed|never listed|relist|end date"
    r"|create (a )?(new )?listing",
    ERROR: r"error|missing|incomplete|invalid|suppress|required|edit listing|fix listing",
}
_LOOKS = {reason: re.compile(words) for reason, words in _WORDS.items()}

ADVICE = {
    COMPLIANCE: "Answer the request that closed the offer with the documents it asks for, then relist.",
    PRICE: "Correct the price or its minimum and maximum, and look whether the offer is active again.",
    CHANNEL: "Change the offer back to Fulfilled by Amazon.",
    CLOSED: "Relist it under the same SKU, ASIN and condition.",
    ERROR: "Fix the listing error that Amazon names, and look whether the offer is active again.",
    OTHER: "Open the stranded reason in Seller Central and follow what it asks for.",
}
"""The first thing to do, by reason."""


@lru_cache(maxsize=1024)
def reason(*said: str | None) -> str:
    """Sort Amazon's words into one of ``REASONS``, the plainest first; words of no known kind are OTHER.

    Args:
        said: what the report says, the most telling column first; a later one is asked only where those
            before it tell nothing.
    """
    for words in said:
        small = (words or "").casefold()
        for each, look in _LOOKS.items():
            if look.search(small):
                return each
    return OTHER
