"""How far counts are from a line, in whole events, and how sure a small sample can be."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from statistics import NormalDist

from sellervitals.domain.finding import Headroom, Interval
from sellervitals.domain.measurement import Better, Comparator
from sellervitals.domain.rate import Rate

CONFIDENCE = Decimal("0.95")
_PLACES = Decimal("1e-15")
MOST = 10**18
"""Events that can be told: a whole number of 64 bits in JSON."""
_ZERO, _ONE = Decimal(0), Decimal(1)


def headroom(
    numerator: int,
    denominator: int,
    line: Rate,
    comparator: Comparator,
    *,
    allowed: int | None = None,
    bad: int = 0,
) -> Headroom | None:
    """Count the events between the counts and the line.

    ``bad_left``: further bad events until the line breaks with the denominator fixed (orders already placed);
    negative when it is broken already. ``new_bad_left``: the same for bad events that also enlarge the
    denominator, 0 when it is broken already. ``clean_needed``: good events in a row that bring the rate
    back to the good side; 0 while there. For rates where higher is better the numerator counts good
    events, and a bad event is a missing good one. ``bears_one``: the smallest denominator that bears one bad
    event. ``allowed`` bad events break nothing whatever the rate; ``bad`` says how many there are.

    None where the line can never be crossed or never be reached, or only by more events than can be told.
    """
    t, u = line.numerator, line.denominator
    n, d = denominator, numerator
    if not 0 < t < u:
        return None
    if comparator.better is Better.LOWER:
        found = _of_bad_events(d, n, t, u, strict=comparator is Comparator.BELOW)
    else:
        found = _of_good_events(d, n, t, u, strict=comparator is Comparator.ABOVE)
    if max(map(abs, found)) > MOST:
        return None
    if allowed is None:
        return found
    more = allowed - bad
    clean, bears = 0 if more >= 0 else found.clean_needed, 1 if allowed else found.bears_one
    return Headroom(max(found.bad_left, more), max(found.new_bad_left, more), clean, bears)


def _of_bad_events(d: int, n: int, t: int, u: int, *, strict: bool) -> Headroom:
    """Bad events d of n must stay under t/u (strict) or at it."""
    allowed = (t * n - 1) // u if strict else t * n // u
    # largest k with (d+k)/(n+k) on the good side: k * (u-t) < t*n - d*u
    room = t * n - d * u
    growing = (room - 1) // (u - t) if strict else room // (u - t)
    # smallest x with d/(n+x) on the good side: t*x > d*u - t*n
    short = d * u - t * n
    clean = short // t + 1 if strict else -(-short // t)
    # smallest n with 1/n on the good side: t*n >= u
    bears = u // t + 1 if strict else -(-u // t)
    return Headroom(allowed - d, max(growing, 0), max(clean, 0), bears)


def _of_good_events(v: int, n: int, t: int, u: int, *, strict: bool) -> Headroom:
    """Good events v of n must stay at t/u or above it (strict)."""
    # with n fixed: smallest number of good events that still passes
    least = t * n // u + 1 if strict else -(-t * n // u)
    # largest k with v/(n+k) on the good side: t*k <= v*u - t*n
    room = v * u - t * n
    growing = (room - 1) // t if strict else room // t
    # smallest x with (v+x)/(n+x) on the good side: x*(u-t) >= t*n - v*u
    short = t * n - v * u
    clean = short // (u - t) + 1 if strict else -(-short // (u - t))
    # smallest n with (n-1)/n on the good side: n*(u-t) >= u
    bears = u // (u - t) + 1 if strict else -(-u // (u - t))
    return Headroom(v - least, max(growing, 0), max(clean, 0), bears)


def wilson(numerator: int, denominator: int, confidence: Decimal = CONFIDENCE) -> Interval | None:
    """Give the Wilson score interval of a rate; None for impossible or empty counts.

    ``confidence`` is the share of such intervals that hold the true rate, between 0 and 1.
    """
    if denominator <= 0 or not 0 <= numerator <= denominator:
        return None
    z = _quantile(confidence)
    # (2d + z² ± z √(z² + 4d(n-d)/n)) / 2(n + z²), the usual formula without its inner fractions
    centre = 2 * numerator + z * z
    spread = z * (z * z + Decimal(4 * numerator * (denominator - numerator)) / denominator).sqrt()
    scale = 2 * (denominator + z * z)
    low = _ZERO if numerator == 0 else max(_ZERO, (centre - spread) / scale)
    high = _ONE if numerator == denominator else min(_ONE, (centre + spread) / scale)
    return Interval(low, high)


@cache
def _quantile(confidence: Decimal) -> Decimal:
    """How many standard deviations around the mean hold such a share of a normal distribution."""
    below = (1 + Fraction(confidence)) / 2
    return Decimal(NormalDist().inv_cdf(below)).quantize(_PLACES)  # type: ignore[arg-type]
