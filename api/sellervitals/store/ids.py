"""Ids that sort by the time they were made."""

from __future__ import annotations

from secrets import randbits

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case; its order is the order of the characters."""
LENGTH = 26
RANDOM_BITS = 80


def new_id(prefix: str, now_ms: int) -> str:
    """Make an id such as ``ev_01jd5p2m8zk3w7q4x9y0v6tbhn``: time first, then 80 random bits.

    Ids of different milliseconds sort by time; those of one millisecond come in no order.

    Args:
        prefix: says what is named, such as ``ev``.
        now_ms: milliseconds since 1970, from 0 to 2**48 - 1; ValueError beyond.
    """
    if not 0 <= now_ms < 1 << 48:
        raise ValueError(f"{now_ms} ms is no time that an id can hold")
    number = now_ms << RANDOM_BITS | randbits(RANDOM_BITS)
    text = "".join(ALPHABET[number >> shift & 31] for shift in range(5 * LENGTH - 5, -1, -5))
    return f"{prefix}_{text}"
