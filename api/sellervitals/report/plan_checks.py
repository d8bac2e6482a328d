"""What a plan of action lacks, what contradicts it, and what weakens it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from sellervitals.domain.appeal import Appeal, AppealPart, Sign
from sellervitals.domain.measurement import Unit
from sellervitals.report.stated_figures import conflicts

_TO_COME = re.compile(
    r"\b(?:will|shall|going to|plan(?:s|ning)? to|intend(?:s|ing)? to)\b|\b(?:we|i|they|he|she)['\u2019]ll\b",
    re.IGNORECASE,
)


class Remark(NamedTuple):
    """Something to say about a plan; ``pointer`` is its place in the request, None where nothing stands."""

    code: str
    text: str
    pointer: str | None = None


class Said(NamedTuple):
    """A sentence of a plan: its part, its place, and whether it is about one part of the number alone."""

    part: AppealPart
    text: str
    at: str | None
    of_part: bool = False


class Declared(NamedTuple):
    """What a caller declares about one finding.

    ``said`` is a loaded statement of the request, ``at`` the JSON pointer to it; None without one. ``day``
    is the day of the evaluation.
    """

    finding: Mapping[str, Any]
    said: Mapping[str, Any]
    at: str | None
    day: date

    def where(self, *tokens: str | int) -> str | None:
        """Point to a place in the statement."""
        return None if self.at is None else "/".join((self.at, *map(str, tokens)))

    @property
    def start(self) -> date | None:
        """The first day that the finding covers."""
        window = self.finding["window"]
        return None if window is None or window["from"] is None else date.fromisoformat(window["from"])

    def texts(self) -> Iterator[Said]:
        """Give every sentence that makes up the plan."""
        if self.said.get("root_cause"):
            yield Said(AppealPart.ROOT_CAUSE, self.said["root_cause"], self.where("root_cause"))
        for part, name in (
            (AppealPart.ROOT_CAUSE, "root_causes"),
            (AppealPart.CORRECTIVE_ACTIONS, "corrective_actions"),
            (AppealPart.PREVENTIVE_MEASURES, "preventive_measures"),
        ):
            for place, each in enumerate(self.said.get(name, ())):
                yield Said(part, each["text"], self.where(name, place, "text"), name == "root_causes")


def causes(finding: Mapping[str, Any]) -> list[str]:
    """The parts of the number that are not 0 and have steps of their own, largest first."""
    return list(dict.fromkeys(each["cause"] for each in finding["remediation"] if each["cause"] is not None))


def missing(declared: Declared) -> Iterator[Remark]:
    """Say what is not there yet."""
    yield from _missing_causes(declared)
    yield from _missing_actions(declared)
    yield from _missing_measures(declared)
    yield from _missing_evidence(declared)


def _missing_causes(declared: Declared) -> Iterator[Remark]:
    answered = {spelt(each["cause"]) for each in declared.said.get("root_causes", ())}
    shown = causes(declared.finding)
    if not declared.said.get("root_cause") and not answered:
        yield Remark("root-cause", "No root cause is given.", declared.at)
    elif len(shown) > 1:
        for cause in shown:
            if spelt(cause) not in answered:
                text = f"The number has several causes, and no root cause is given for {cause}."
                yield Remark("root-cause-of-part", text, declared.where("root_causes"))


def _missing_actions(declared: Declared) -> Iterator[Remark]:
    actions = declared.said.get("corrective_actions", ())
    if not any("done_on" in each and each["done_on"] <= declared.day for each in actions):
        text = "No corrective action is given with the day it was done."
        yield Remark("corrective-action", text, declared.at)
    titles = {spelt(each["title"]) for each in declared.said.get("evidence", ())}
    for place, each in enumerate(actions):
        at = declared.where("corrective_actions", place)
        if "done_on" not in each:
            yield Remark("action-day", "This action does not say on which day it was done.", at)
        if "evidence" in each and spelt(each["evidence"]) not in titles:
            text = f"This action names the evidence {each['evidence']!r}, which is not declared."
            yield Remark("action-evidence", text, at)


def _missing_measures(declared: Declared) -> Iterator[Remark]:
    measures = declared.said.get("preventive_measures", ())
    if not measures:
        yield Remark("preventive-measure", "No preventive measure is given.", declared.at)
    for place, each in enumerate(measures):
        at = declared.where("preventive_measures", place)
        if "owner" not in each:
            yield Remark("prevention-owner", "This measure has no owner.", at)
        if "frequency" not in each and "from_" not in each:
            yield Remark("prevention-time", "This measure says neither how often nor from which day.", at)


def _missing_evidence(declared: Declared) -> Iterator[Remark]:
    evidence = declared.said.get("evidence", ())
    if not evidence:
        yield Remark("evidence", "No evidence is declared.", declared.at)
    covered = covers(evidence)
    for step in declared.finding["remediation"]:
        keep = step["evidence_to_keep"]
        if keep is not None and not {spelt(keep), spelt(step["id"])} & covered:
            text = f"No evidence covers {step['id']}, whose step says to keep: {keep}."
            yield Remark("evidence-to-keep", text, declared.where("evidence"))


def contradictions(declared: Declared, appeal: Appeal | None) -> Iterator[Remark]:
    """Say what cannot be true beside the finding or the calendar, or cannot help."""
    yield from _wrong_causes(declared)
    yield from _wrong_actions(declared)
    yield from _wrong_measures(declared)
    yield from _wrong_evidence(declared, None if appeal is None else appeal.evidence_days)
    for said in declared.texts():
        if said.part is not AppealPart.PREVENTIVE_MEASURES:  # those state what is aimed at
            for each in conflicts(declared.finding, said.text, of_part=said.of_part):
                yield Remark("stated-figure", f"Figures differ: {each}", said.at)
    if appeal is not None:
        yield from signs(declared, appeal.contradictions)


def _wrong_causes(declared: Declared) -> Iterator[Remark]:
    shown = causes(declared.finding)
    for place, each in enumerate(declared.said.get("root_causes", ())):
        if spelt(each["cause"]) not in map(spelt, shown):
            text = f"The finding shows no part {each['cause']!r}; it shows {', '.join(shown) or 'none'}."
            yield Remark("no-such-cause", text, declared.where("root_causes", place, "cause"))


def _wrong_actions(declared: Declared) -> Iterator[Remark]:
    day, start = declared.day, declared.start
    for place, each in enumerate(declared.said.get("corrective_actions", ())):
        at, done = declared.where("corrective_actions", place), each.get("done_on")
        if done is not None and done > day:
            text = f"Done on {done}, which is after the evaluation of {day}: judge the account again first."
            yield Remark("done-after-evaluation", text, at)
        if done is not None and start is not None and done < start:
            text = f"Done on {done}, before the first day judged ({start}): it did not prevent the finding."
            yield Remark("done-before-window", text, at)
        coming = _TO_COME.search(each["text"])
        if coming is not None:
            yield Remark("not-done", f"{coming[0]!r} speaks of what is not done yet.", at)


def _wrong_measures(declared: Declared) -> Iterator[Remark]:
    start = declared.start
    for place, each in enumerate(declared.said.get("preventive_measures", ())):
        first = each.get("from_")
        if start is not None and first is not None and first < start:
            text = f"In force from {first}, before the first day judged ({start}): it prevented nothing."
            yield Remark("prevention-before-window", text, declared.where("preventive_measures", place))


def _wrong_evidence(declared: Declared, most_days: int | None) -> Iterator[Remark]:
    """Judge dates: an invoice is older than the complaint about its goods, a delivery proof is not."""
    day, start = declared.day, declared.start if declared.finding["unit"] == Unit.RATIO else None
    for place, each in enumerate(declared.said.get("evidence", ())):
        dated, at = each.get("dated"), declared.where("evidence", place)
        if dated is None:
            continue
        if dated > day:
            text = f"Dated {dated}, which is after the evaluation of {day}: judge the account again first."
            yield Remark("evidence-after-evaluation", text, at)
        if most_days is not None and (day - dated).days > most_days:
            text = f"Dated {dated}, more than {most_days} days before the evaluation of {day}."
            yield Remark("evidence-too-old", text, at)
        if start is not None and dated < start:
            text = f"Dated {dated}, before the first day judged ({start}): it cannot show the finding."
            yield Remark("evidence-before-window", text, at)


def signs(declared: Declared, known: Iterable[Sign]) -> Iterator[Remark]:
    """Find the signs that a marketplace's plugin knows; the caller's words are quoted, never changed."""
    for said in declared.texts():
        for sign in known:
            if sign.concerns(declared.finding["rule"], said.part):
                for words in dict.fromkeys(sign.found_in(said.text)):
                    yield Remark(sign.id, f"{words!r}: {sign.says}", said.at)


def notice_remarks(
    notice: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]], day: date
) -> tuple[list[Remark], list[Remark]]:
    """Say what the notice asks for that no evidence covers, and which of its dates cannot be.

    Args:
        notice: as loaded.
        evidence: all that is declared, for whichever finding.
        day: of the evaluation.
    """
    covered = covers(evidence)
    lacking = [
        Remark(
            "notice-ask", f"The notice asks for {ask!r}, and no evidence covers it.", f"/notice/asks/{place}"
        )
        for place, ask in enumerate(notice.get("asks", ()))
        if spelt(ask) not in covered
    ]
    received, deadline = notice.get("received_on"), notice.get("deadline")
    wrong = []
    if received is not None and deadline is not None and deadline < received:
        text = f"The deadline {deadline} is before the day {received} on which the notice came."
        wrong.append(Remark("deadline-before-notice", text, "/notice/deadline"))
    if deadline is not None and deadline < day:
        text = f"The deadline {deadline} had passed on the day of the evaluation, {day}."
        wrong.append(Remark("deadline-passed", text, "/notice/deadline"))
    return lacking, wrong


def covers(evidence: Iterable[Mapping[str, Any]]) -> set[str]:
    """What evidence says it covers, and its titles, in one spelling."""
    return {spelt(name) for each in evidence for name in (each["title"], *each.get("covers", ()))}


def spelt(text: str) -> str:
    """Write a name in one spelling, to compare it."""
    return " ".join(text.casefold().split())
