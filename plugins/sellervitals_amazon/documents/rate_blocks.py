"""Read the blocks that hold a rate; the unit is decided when all of them have been seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import fields, rate_unit
from sellervitals_amazon.documents.blocks import CHANNELS, RATES, TYPE, RateBlock, Split
from sellervitals_amazon.documents.fields import Block
from sellervitals_amazon.documents.judgements import target, verdict
from sellervitals_amazon.documents.rate_unit import AMBIGUOUS, Claim, Evidence, Form
from sellervitals_amazon.documents.stores import Part

_TABLE = tuple((rate, rate.known, tuple(rate.parts.items())) for rate in RATES)
_CHANNELS = frozenset(CHANNELS)
_WINDOWS = {"30d": range(28, 33), "10d": range(9, 12)}
_MOST_WINDOWS = 50
"""Amazon sends two; a flood of them must not cost seconds."""
_LONG = 20
"""A window of more days than this is nearer to 30 days than to 10."""
_DOUBTS = {
    rate_unit.ASSUMED: "nothing shows whether its rate is a ratio or in percent; a ratio was assumed.",
    AMBIGUOUS: "whether its rate is a ratio or in percent is contradictory; what is in doubt was left out.",
}


class Draft(NamedTuple):
    """A measurement whose rate and target still wait for their unit."""

    measurement: sdk.Measurement
    claim: Claim
    own: Evidence
    condition: sdk.Comparator

    def settled(self, document: AbstractSet[Form], remarks: sdk.Remarks) -> sdk.Measurement:
        """Fill in rate and target; ``document`` holds the forms that the document has shown."""
        value, digits, bound, doubt = rate_unit.decide(self.claim, self.own, document)
        if doubt is not None:
            pointer = self.measurement.pointer
            remarks.note(doubt, pointer, f"{pointer}: {_DOUBTS[doubt]}")
        if not self.claim.rate and self._of_nothing:
            value = digits = None
        return self.measurement._replace(
            value=value, digits=digits, target=sdk.target_of(self.condition, bound)
        )

    @property
    def _of_nothing(self) -> bool:
        """Whether a rate of 0 is no data: over nothing, or without a count where Amazon gives no verdict."""
        if self.claim.denominator is None:
            return sdk.folded(self.measurement.verdict or "") == "NONE"
        return self.claim.denominator == 0


def drafts(scopes: Iterable[Part], remarks: sdk.Remarks) -> Iterator[Draft]:
    """Read every rate of one store; ``scopes`` are the objects that may hold its blocks."""
    for rate, known, parts in _TABLE:
        found: list[tuple[Draft, bool]] = []
        for scope in scopes:
            for key in rate.keys:
                value = scope.content.get(key)
                if value is None:
                    continue
                for segment, part in _split(rate, Part(scope.site, value, f"{scope.pointer}/{key}"), remarks):
                    remarks.unknown(part.content, known, part.pointer)
                    found.append((_draft(rate, parts, segment, part, remarks), isinstance(value, list)))
        if rate.split is Split.BY_WINDOW and found:
            yield from _by_window(found, remarks)
        else:
            yield from (draft for draft, _ in found)


def _split(rate: RateBlock, whole: Part, remarks: sdk.Remarks) -> Iterator[tuple[str | None, Part]]:
    """The blocks that a value holds, each with its segment."""
    site, value, pointer = whole
    entries: list[tuple[str | None, Any, str]] = [(None, value, pointer)]
    if rate.split is Split.BY_WINDOW and isinstance(value, list):
        if len(value) > _MOST_WINDOWS:
            remarks.unreadable(f"{pointer}/{_MOST_WINDOWS}", f"a list of at most {_MOST_WINDOWS} windows")
        entries = [(None, each, f"{pointer}/{place}") for place, each in enumerate(value[:_MOST_WINDOWS])]
    elif rate.split is Split.BY_CHANNEL and isinstance(value, dict):
        remarks.unknown(value, _CHANNELS, pointer)
        entries = [(channel, value.get(channel), f"{pointer}/{channel}") for channel in CHANNELS]
    for segment, block, place in entries:
        if isinstance(block, dict):
            if segment is not None:
                _check_label(block, segment, place, remarks)
            yield segment, Part(site, block, place)
        elif block is not None:
            remarks.unreadable(place, "an object")


def _check_label(block: Block, channel: str, pointer: str, remarks: sdk.Remarks) -> None:
    label = block.get("fulfillmentType")
    if isinstance(label, str) and label.lower() != channel and label.lower() in _CHANNELS:
        message = f"{pointer} is labelled {label!r}; it was read as {channel}."
        remarks.note("label_mismatch", f"{pointer}/fulfillmentType", message)


def _draft(
    rate: RateBlock, parts: tuple[tuple[str, str], ...], segment: str | None, part: Part, remarks: sdk.Remarks
) -> Draft:
    site, block, pointer = part
    top = fields.count(block, rate.numerator, pointer, remarks)
    bottom = fields.count(block, rate.denominator, pointer, remarks)
    bound, condition = target(block, rate.otherwise, pointer, remarks)
    claim = Claim(_rate(rate, block, pointer, remarks), bound, top, bottom, rate.lines)
    word, good = verdict(block, "status", pointer, remarks)
    measurement = sdk.Measurement(
        rate.metric,
        segment,
        numerator=top,
        denominator=bottom,
        window=fields.window(block, pointer, remarks),
        verdict=word,
        good=good,
        parts={
            name: number
            for key, name in parts
            if (number := fields.count(block, key, pointer, remarks)) is not None
        },
        exclusive=rate.exclusive,
        document=TYPE,
        pointer=pointer,
        site=site,
    )
    return Draft(measurement, claim, rate_unit.evidence(claim), condition)


def _rate(rate: RateBlock, block: Block, pointer: str, remarks: sdk.Remarks) -> Decimal | None:
    """The rate as written: in the block itself, or beside one of its counts."""
    if block.get("rate") is not None:
        return fields.number(block, "rate", pointer, remarks)
    for key in (rate.denominator, rate.numerator):
        holder = block.get(key)
        if isinstance(holder, dict) and holder.get("rate") is not None:
            return fields.number(holder, "rate", f"{pointer}/{key}", remarks)
    return None


def _by_window(found: list[tuple[Draft, bool]], remarks: sdk.Remarks) -> Iterator[Draft]:
    """Give late shipments their window as the segment.

    A window is read off the days that a block covers. Blocks that do not say take the windows that are left:
    the lone block of the schema the 30 days, else the one with more orders.
    """
    named: dict[int, str] = {}
    for place, (draft, _) in enumerate(found):
        window = draft.measurement.window
        days = window.days if window else None
        if days is not None:
            named[place] = "30d" if days > _LONG else "10d"
            if days not in _WINDOWS[named[place]]:
                pointer = draft.measurement.pointer
                message = f"{pointer} covers {days} days; it was read as the {named[place]} window."
                remarks.note("unexpected_window", pointer, message)
    left = [name for name in _WINDOWS if name not in named.values()]
    silent = sorted(
        (place for place in range(len(found)) if place not in named),
        key=lambda place: (found[place][1], -(found[place][0].claim.denominator or 0), place),
    )
    for order, place in enumerate(silent):
        named[place] = left[order] if order < len(left) else "30d"
        draft, listed = found[place]
        if listed:
            pointer = draft.measurement.pointer
            message = (
                f"{pointer} does not say which days it covers; it was read as the {named[place]} window."
            )
            remarks.note("window_unknown", pointer, message)
    for name in ("10d", "30d"):
        for place, (draft, _) in enumerate(found):
            if named[place] == name:
                yield draft._replace(measurement=draft.measurement._replace(segment=name))
