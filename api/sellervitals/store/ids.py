"""Ids: of what is made, sorting by time; of accounts and measurements, by what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2s
from itertools import count
from secrets import randbits

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case; its order is the order of the characters."""
LENGTH = 26
RANDOM_BITS = 80
NAMING_BYTES = 16
"""Of a digest that names something: nobody finds two contents of one name."""


def new_id(prefix: str, now_ms: int) -> str:
    """Make an id such as ``ev_01jd5p2m8zk3w7q4x9y0v6tbhn``: time first, then 80 random bits.

    Ids of different milliseconds sort by time; those of one millisecond come in no order.

    Args:
        prefix: says what is named, such as ``ev``.
        now_ms: milliseconds since 1970, from 0 to 2**48 - 1; ValueError beyond.
    """
    if not 0 <= now_ms < 1 << 48:
        raise ValueError(f"{now_ms} ms is no time that an id can hold")
    return _written(prefix, now_ms << RANDOM_BITS | randbits(RANDOM_BITS))


def ids_in_order(prefix: str, now_ms: int) -> Iterator[str]:
    """Make ids of one millisecond that sort in the order in which they are asked for.

    The first is random, each further one the next number: as ULIDs of one millisecond are made.
    """
    if not 0 <= now_ms < 1 << 48:
        raise ValueError(f"{now_ms} ms is no time that an id can hold")
    first = now_ms << RANDOM_BITS | randbits(RANDOM_BITS - 1)
    return (_written(prefix, first + number) for number in count())


def account_id(tenant: str, marketplace: str, seller_id: str) -> str:
    """Name an account: the same id for the same seller of a tenant, whenever and wherever it is asked for."""
    return _written("acc", int.from_bytes(naming((tenant, marketplace, seller_id)), "big"))


def naming(parts: Iterable[object]) -> bytes:
    """Name a content by its digest; None differs from every text. Rows carry it: it can never change."""
    text = "\x1f".join("\x00" if each is None else str(each) for each in parts)
    # what no database takes is refused there, with its reason
    return blake2s(text.encode(errors="surrogatepass"), digest_size=NAMING_BYTES).digest()


def _written(prefix: str, number: int) -> str:
    text = "".join(ALPHABET[number >> shift & 31] for shift in range(5 * LENGTH - 5, -1, -5))
    return f"{prefix}_{text}"
