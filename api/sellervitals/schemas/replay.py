"""A replay: what can be asked, and what the answer looks like."""

from __future__ import annotations

from marshmallow import fields

from sellervitals.schemas.accounts import ChangesSchema, DiffSideSchema
from sellervitals.schemas.fields import Day, Request, flag, nested, text


class ReplayQuerySchema(Request):
    """The day whose policy counts."""

    as_of = Day(metadata={"description": "Judge by the policy of this day; else by that of the evaluation."})


class ReplaySideSchema(DiffSideSchema):
    """A result, and what it was made by."""

    digest = text("The SHA-256 of its bytes.", longest=80)
    scorecard = text("The version of the weights.")
    engine = text("The version of the software.")
    plugins = fields.Dict(
        keys=fields.String(),
        values=fields.String(metadata={"maxLength": 64}),
        required=True,
        metadata={"description": "The versions of the plugins, by name."},
    )


class ReplaySchema(ChangesSchema):
    """The stored result and the replayed one, and what is different between them."""

    evaluation = text("The evaluation.", longest=64)
    identical = flag("Whether the replay gave the stored result byte for byte.")
    same_policy = flag(
        "Whether software, plugins, policy, weights and day are those of then; if so, it is identical."
    )
    stored = nested(ReplaySideSchema, "The result as it was stored.")
    replayed = nested(ReplaySideSchema, "The result as it comes out now.")
