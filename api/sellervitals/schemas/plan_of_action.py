"""A plan of action: what the caller declares, and what comes back."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from sellervitals.domain.appeal import AppealPart
from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Unit
from sellervitals.domain.standing import Severity
from sellervitals.limits import (
    COVERED,
    NAME_CHARACTERS,
    PLANNED,
    STATEMENT_CHARACTERS,
    STATEMENTS,
    TEXT_CHARACTERS,
)
from sellervitals.schemas.fields import (
    Answer,
    Day,
    Few,
    Request,
    Text,
    day,
    flag,
    nested,
    nested_list,
    text,
    text_list,
    whole,
    word,
)
from sellervitals.schemas.finding import AppliedLimitSchema, ReferenceSchema, WindowSchema
from sellervitals.schemas.result import AnsweredAccountSchema


def _statement(description: str) -> Text:
    return Text(longest=STATEMENT_CHARACTERS, required=True, metadata={"description": description})


def _name(description: str, *, required: bool = False) -> Text:
    return Text(longest=TEXT_CHARACTERS, required=required, metadata={"description": description})


def _day(description: str) -> Day:
    return Day(metadata={"description": description})


def _names(description: str) -> fields.List[Any]:
    return fields.List(
        Text(longest=TEXT_CHARACTERS), validate=Few(max=COVERED), metadata={"description": description}
    )


def _some(schema: type[Request], description: str) -> fields.List[Any]:
    return fields.List(
        fields.Nested(schema), validate=Few(max=STATEMENTS), metadata={"description": description}
    )


class DeclaredCauseSchema(Request):
    """Why one part of a number is what it is."""

    cause = Text(
        longest=NAME_CHARACTERS,
        required=True,
        metadata={"description": "A part that the finding shows: `cause` of one of its steps."},
    )
    text = _statement("What happened, why, for which orders or listings.")


class DeclaredActionSchema(Request):
    """Something that is done."""

    text = _statement("What was done.")
    done_on = _day("The day it was finished.")
    evidence = _name("The title of the evidence that shows it.")


class DeclaredMeasureSchema(Request):
    """Something that keeps it from happening again."""

    text = _statement("What is done from now on.")
    owner = _name("Who sees to it.")
    frequency = _name("How often.")
    from_ = Day(data_key="from", metadata={"description": "The first day."})


class DeclaredEvidenceSchema(Request):
    """A paper, picture or file."""

    title = _name("What it is called.", required=True)
    kind = _name("Such as `invoice`.")
    dated = _day("The date on it.")
    covers = _names("What it shows: ids of steps, their `evidence_to_keep`, or what the notice asks for.")


class StatementSchema(Request):
    """What you declare about one finding."""

    rule = _name("The rule of an open finding.", required=True)
    segment = _name("Its segment; all of the rule's when left out.")
    root_cause = Text(
        longest=STATEMENT_CHARACTERS,
        metadata={"description": "What happened, why, for which orders or listings."},
    )
    root_causes = _some(DeclaredCauseSchema, "An answer for each part, where the number has several.")
    corrective_actions = _some(DeclaredActionSchema, "What is done already.")
    preventive_measures = _some(DeclaredMeasureSchema, "What keeps it from happening again.")
    evidence = _some(DeclaredEvidenceSchema, "What shows it.")


class DeclaredNoticeSchema(Request):
    """The marketplace's notice that the plan answers."""

    received_on = _day("The day it came.")
    deadline = _day("The last day to answer.")
    asks = _names("What it asks for, in its own words.")


class PlanRequestSchema(Request):
    """What the caller declares; nothing is stated that does not stand here or in the evaluation."""

    notice = fields.Nested(DeclaredNoticeSchema)
    findings = fields.List(
        fields.Nested(StatementSchema),
        validate=Few(max=PLANNED),
        metadata={"description": "The findings it is about; all that failed when left out, else all open."},
    )


class RemarkSchema(Answer):
    """Something to say about the plan."""

    code = text("A slug for machines; there may be new ones.", longest=64, example="prevention-owner")
    pointer = text("JSON pointer into the request; null where nothing was declared.", null=True)
    text = text("A sentence.", longest=8_192)


class PlanFactsSchema(Answer):
    """The finding, exactly as in the evaluation."""

    outcome = word("The verdict.", Outcome)
    severity = word("What is at stake.", Severity)
    message = text("The verdict in a sentence.", longest=4_096)
    value = text("The deciding value.", null=True)
    unit = word("What it is counted in.", Unit, null=True)
    display = text("The value for people.", null=True)
    numerator = whole("As reported.", null=True)
    denominator = whole("As reported.", null=True)
    window = nested(WindowSchema, "The days covered.", null=True)
    limit = nested(AppliedLimitSchema, "The limit applied.", null=True)
    marketplace_verdict = text("The marketplace's own word.", null=True)
    rebuilt_from = text("What the value was worked out of.", null=True)
    items_total = whole("How many cases there are in all.")
    causes = text_list("The parts of the number that have steps of their own.")


class PlanCauseSchema(Answer):
    """Why one part of the number is what it is."""

    cause = text("The part.", longest=NAME_CHARACTERS)
    text = text("As given.", longest=STATEMENT_CHARACTERS)


class PlanActionSchema(Answer):
    """Something that is done."""

    done_on = day("As given.", null=True)
    evidence = text("As given.", longest=TEXT_CHARACTERS, null=True)
    text = text("As given.", longest=STATEMENT_CHARACTERS)


class PlanMeasureSchema(Answer):
    """Something that keeps it from happening again."""

    owner = text("As given.", longest=TEXT_CHARACTERS, null=True)
    frequency = text("As given.", longest=TEXT_CHARACTERS, null=True)
    from_ = fields.Date(
        required=True, allow_none=True, data_key="from", metadata={"description": "As given."}
    )
    text = text("As given.", longest=STATEMENT_CHARACTERS)


class PlanEvidenceSchema(Answer):
    """A paper, picture or file."""

    title = text("As given.", longest=TEXT_CHARACTERS)
    kind = text("As given.", longest=TEXT_CHARACTERS, null=True)
    dated = day("As given.", null=True)
    covers = text_list("As given.", longest=TEXT_CHARACTERS)


class PlanSectionSchema(Answer):
    """The plan for one finding."""

    rule = text("The rule.")
    segment = text("The segment; null for the whole account.", null=True)
    fingerprint = text("The finding's own.", longest=64)
    title = text("The subject.")
    facts = nested(PlanFactsSchema, "The finding.")
    root_cause = text("As given; null when it was not.", longest=STATEMENT_CHARACTERS, null=True)
    root_causes = nested_list(PlanCauseSchema, "As given.")
    corrective_actions = nested_list(PlanActionSchema, "As given.")
    preventive_measures = nested_list(PlanMeasureSchema, "As given.")
    evidence = nested_list(PlanEvidenceSchema, "As given.")
    missing = nested_list(RemarkSchema, "What is not there yet.")
    contradictions = nested_list(RemarkSchema, "What cannot be true, or cannot help.")
    weak_signs = nested_list(RemarkSchema, "Advice: words that weaken a plan.")


class PlanNoticeSchema(Answer):
    """The notice, as given."""

    received_on = day("As given.", null=True)
    deadline = day("As given.", null=True)
    asks = text_list("As given.", longest=TEXT_CHARACTERS)


class AskSchema(Answer):
    """What the marketplace wants to read in one part."""

    part = word("The part.", AppealPart)
    text = text("What it wants.", longest=4_096)


class PlanOfActionSchema(Answer):
    """A plan of action, and what it still lacks."""

    evaluation = text("The evaluation it is about.", longest=64)
    observed_on = day("The day of that evaluation, which dates are held against.")
    account = nested(AnsweredAccountSchema, "Whose account.")
    ready = flag("Whether nothing is missing and nothing contradicts.")
    notice = nested(PlanNoticeSchema, "The notice; null without one.", null=True)
    asks = nested_list(AskSchema, "What the marketplace wants to read, part by part.")
    findings = nested_list(PlanSectionSchema, "The plan, finding by finding.")
    missing = nested_list(RemarkSchema, "What the whole plan lacks.")
    contradictions = nested_list(RemarkSchema, "What the whole plan contradicts.")
    references = nested_list(ReferenceSchema, "Where it stands what the marketplace wants.")
