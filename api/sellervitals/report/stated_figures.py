"""Figures in a caller's text that cannot be true beside those of the finding that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sellervitals.domain.measurement import Unit

_NUMBER = r"[0-9]{1,12}(?:,[0-9]{3})*"
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_PERCENT = re.compile(r"(?<![\w.,])([0-9]{1,9})(?:[.,]([0-9]{1,9}))?\s?(?:%|percent\b|per cent\b)")
_OF = re.compile(
    rf"(?<![\w.,])({_NUMBER})((?:\s[^\W\d]+){{0,4}}?)\s(?:out\sof|of)\s(?:the\s|our\s|all\s|these\s)*"
    rf"({_NUMBER})(?![\w%]|[.,][0-9])(?:\s([^\W\d]+))?"
)
_NOUNS = re.compile(r"\(([^():]+): [0-9,]+ of [0-9,]+ ([^()]+)\)")
_SHORTEST_ACRONYM = 3


def conflicts(finding: Mapping[str, Any], written: str, *, of_part: bool = False) -> Iterator[str]:
    """Say what a text states otherwise than the finding.

    Careful rather than complete: a percentage is only compared where the sentence names the metric or a rate,
    a count where it is set against the finding's own total, or is larger than it. Shares of the total stand.

    Args:
        finding: of the result object.
        written: the caller's text.
        of_part: it is about one part of the number, so that fewer than the finding counts is no conflict.
    """
    if finding["unit"] == Unit.RATIO:
        yield from _rates(finding, written)
        if finding["numerator"] is not None and finding["denominator"] is not None:
            yield from _counts(finding, written, of_part=of_part)
    elif finding["unit"] == Unit.COUNT and finding["value"] is not None:
        yield from _totals(finding, written)


def _rates(finding: Mapping[str, Any], written: str) -> Iterator[str]:
    limit = finding["limit"] or {}
    own = [Decimal(each) * 100 for each in (finding["value"], limit.get("fail"), limit.get("warn")) if each]
    for sentence in _SENTENCES.split(written):
        stated = [(match[0], f"{match[1]}.{match[2] or ''}") for match in _PERCENT.finditer(sentence)]
        if not stated or not own or not _about(finding["title"], sentence):
            continue
        if not any(_same(Decimal(number), each) for _, number in stated for each in own):
            yield f"it states {stated[0][0]}, the finding {finding['display']}."


def _about(title: str, sentence: str) -> bool:
    """Say whether a sentence names the metric in full, by its capitals, or as a rate."""
    words = title.split()
    acronym = "".join(word[0] for word in words).upper()
    named = len(words) >= _SHORTEST_ACRONYM and re.search(rf"\b{re.escape(acronym)}\b", sentence)
    lowered = sentence.lower()
    return bool(named) or title.lower() in lowered or re.search(r"\brate\b", lowered) is not None


def _same(stated: Decimal, own: Decimal) -> bool:
    """Say whether a number is another one, rounded to as many places as it has."""
    exponent = stated.as_tuple().exponent
    return isinstance(exponent, int) and abs(stated - own) * 2 <= Decimal(1).scaleb(exponent)


def _counts(finding: Mapping[str, Any], written: str, *, of_part: bool) -> Iterator[str]:
    bad, total = finding["numerator"], finding["denominator"]
    found = _NOUNS.search(finding["message"])
    bad_noun, total_noun = (found[1].split()[-1], found[2].split()[-1]) if found else ("", "")
    ours = f"the finding {bad:,} of {total:,}."
    for match in _OF.finditer(written):
        part, whole = _whole(match[1]), _whole(match[3])
        other_part = whole == total and (part > bad if of_part else part != bad)
        other_whole = whole != total and _like(match[4], total_noun) and (part == bad or whole > total)
        if other_part or other_whole:
            yield f"it states {match[0]!r}, {ours}"
    if bad_noun and not _like(bad_noun, total_noun):
        for words, count in _counted(bad_noun, written):
            if count > bad:
                yield f"it states {words!r}, {ours}"


def _totals(finding: Mapping[str, Any], written: str) -> Iterator[str]:
    total, noun = Decimal(finding["value"]), finding["title"].split()[-1]
    ours = f"the finding counts {finding['display']}."
    said = [
        match[0] for match in _OF.finditer(written) if _like(match[4], noun) and _whole(match[3]) != total
    ]
    said += [words for words, count in _counted(noun, written) if count > total]
    yield from (f"it states {each!r}, {ours}" for each in dict.fromkeys(said))


def _counted(noun: str, written: str) -> Iterator[tuple[str, int]]:
    """Give what is counted in a noun, perhaps with a word before it: ``7 late shipments``."""
    counted = rf"(?<![\w.,])({_NUMBER})(?:\s[^\W\d]+)?\s{re.escape(noun.removesuffix('s'))}s?\b"
    for match in re.finditer(counted, written, re.IGNORECASE):
        yield match[0], _whole(match[1])


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


def _like(word: str | None, noun: str) -> bool:
    """Say whether a word is the noun, be it one or several."""
    return bool(word and noun) and str(word).lower().removesuffix("s") == noun.lower().removesuffix("s")
