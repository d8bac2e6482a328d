"""An import: what is answered once everything is stored."""

from __future__ import annotations

from sellervitals.limits import IMPORT_LINES
from sellervitals.schemas.fields import Answer, day, decimal, nested_list, text, whole, word
from sellervitals.scoring import Band


class ImportedSchema(Answer):
    """An evaluation that a line became; a line about several sites has one for each."""

    line = whole("The line it came from, counted from 1, empty lines too.", minimum=1)
    id = text("Read it in full at `/v1/evaluations/{id}`.", longest=64)
    account = text("The account.", longest=64)
    site = text("The site.", null=True)
    as_of = day("The day whose policy counted.")
    score = decimal("The score; null when nothing could be judged.", example="87.5", null=True)
    band = word("What the score means.", Band)
    coverage = decimal("The share of the weight that could be judged.", example="0.8")
    ignored = whole("How much was given and not used, see `coverage.ignored` of the evaluation.")


class ImportSchema(Answer):
    """Everything that was imported."""

    lines = whole("How many lines were read, without empty ones.", minimum=1, maximum=IMPORT_LINES)
    imported = whole("How many evaluations were stored.", minimum=1)
    evaluations = nested_list(ImportedSchema, "Them, in the order of the lines.")
