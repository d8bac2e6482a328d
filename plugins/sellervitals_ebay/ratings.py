"""eBay's words for a service metric against the seller's peers."""

from __future__ import annotations

from sellervitals import plugin as sdk

LOW, AVERAGE, HIGH, VERY_HIGH = "LOW", "AVERAGE", "HIGH", "VERY_HIGH"
TOO_LITTLE = "NOT_APPLICABLE"
"""Too few transactions for a rating."""

_GOOD = {LOW: True, AVERAGE: True, VERY_HIGH: False}
_BY_WORD = {sdk.folded(rating): rating for rating in (LOW, AVERAGE, HIGH, VERY_HIGH, TOO_LITTLE)}


def rating_named(word: str | None) -> str | None:
    """Read a rating in any case and spacing; None for a word that is none."""
    return _BY_WORD.get(sdk.folded(word or ""))


def good(word: str | None) -> bool | None:
    """Say whether a rating is without consequences; None for HIGH, which is only next to them."""
    return _GOOD.get(rating_named(word) or "")


def words(consequence: str) -> tuple[sdk.Word, ...]:
    """Say what the ratings mean; ``consequence`` is the sentence on what Very High brings.

    Nobody publishes which multiple of the peers' rate leads to which rating.
    """
    return (
        sdk.word(LOW, "pass", says="Fewer buyers ask than at the seller's peers."),
        sdk.word(AVERAGE, "pass", says="As many buyers ask as at the seller's peers."),
        sdk.word(
            HIGH, "warn", says="More buyers ask than at the seller's peers; Very High has consequences."
        ),
        sdk.word(VERY_HIGH, "fail", says=f"Far more buyers ask than at the seller's peers. {consequence}"),
        sdk.word(TOO_LITTLE, "no_data", says="There are too few transactions for a rating."),
    )
