"""What is the caller's own in a result object, as the document describes it."""

from __future__ import annotations

from sellervitals.domain.measurement import Comparator
from sellervitals.domain.waiver import Reason, WaiverState
from sellervitals.schemas.fields import Answer, day, decimal, flag, text, word


class HeldLimitSchema(Answer):
    """The limit of your profile, as you gave it."""

    comparator = word("What a value must be; null: as the policy has it.", Comparator, null=True)
    warn = decimal("Your warning line.", null=True)
    fail = decimal("Your line.", null=True)
    loosened = flag("Whether a line asks for less than the policy; such a line is not applied.")


class GivenWaiverSchema(Answer):
    """Who answers for an open finding, why and how long."""

    id = text("`wai_...`; null for one that came with the request.", null=True, longest=64)
    owner = text("Who answers for it.", longest=1_024)
    reason = word("Why.", Reason)
    until = day("The last day.")


class WaiverStateSchema(GivenWaiverSchema):
    """A waiver, and what became of it here."""

    rule = text("The rule.")
    segment = text("The segment; null for all.", null=True, longest=1_024)
    site = text("The site; null for all.", null=True)
    state = word("What became of it.", WaiverState)


class OwnProfileSchema(Answer):
    """The profile that was used."""

    name = text("Its name.")
    digest = text("`sha256:` and the digest of its content.")
