"""Profiles: own limits and weights, kept by name."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response, g

from sellervitals import body
from sellervitals.domain.profile import Profile, profile_of
from sellervitals.limits import NAME_CHARACTERS
from sellervitals.openapi import Blueprint, answer, path_parameter
from sellervitals.own.profiles import GUARDRAILS, ProfileReader
from sellervitals.problems import Fault, RefusedError
from sellervitals.routes.paging import narrowed, paged
from sellervitals.routes.service import current_answer, gone_answer, made_answer, service
from sellervitals.schemas.profiles import (
    NAME_PATTERN,
    ProfilePageSchema,
    ProfileQuerySchema,
    ProfileRequestSchema,
    ProfileSchema,
    load_profile,
    parse_profile_name,
)
from sellervitals.schemas.request_body import json_body
from sellervitals.store import ProfileRecord

_NAME = path_parameter("profile_name", "The name of a profile.", "house-rules", NAME_PATTERN)
_BODY = json_body(
    "The whole profile; one of this name is replaced.",
    ProfileRequestSchema,
    {"profile-request": "Stricter limits and a heavier weight"},
)

blueprint = Blueprint("profiles", __name__, url_prefix="/v1", description="Own limits and weights.")


@blueprint.operation(
    "PUT",
    "/profiles/<profile_name>",
    parameters=_NAME,
    body=_BODY,
    answers={
        200: answer("Replaced.", ProfileSchema, example="profile", headers=("ETag",)),
        201: answer("Created.", ProfileSchema, headers=("ETag", "Location")),
    },
    problems=(*body.PROBLEMS, "unit-missing", "unit-mismatch", "storage-unavailable", "storage-full"),
)
def replace_profile(profile_name: str) -> Response:
    """Create or replace a profile.

    Own limits and weights for accounts of one marketplace; an evaluation uses them with `profile`. A limit
    that is stricter than the policy's decides, and the policy's verdict stands beside it; one that asks for
    less is shown as loosened and never applied. Evaluations that used the profile before stay as they are.
    """
    parts = service()
    try:
        name = parse_profile_name(profile_name)
    except ValueError:
        detail = f"must be up to {NAME_CHARACTERS} of a-z, 0-9, '.', '_' and '-', a letter or digit first."
        raise RefusedError.of([Fault("profile_name", "invalid-parameter", detail)]) from None
    profile = _read(load_profile(body.read_json(parts.settings)), name)
    content = orjson.dumps(profile.plain()).decode()
    created = parts.store.profiles.put(g.tenant, ProfileRecord(name, profile.marketplace, content))
    shown = _described(profile)
    return made_answer(shown, 201, f"/v1/profiles/{name}") if created else made_answer(shown, 200)


@blueprint.operation(
    "GET",
    "/profiles/<profile_name>",
    parameters=_NAME,
    headers=("If-None-Match",),
    answers={
        200: answer("The profile.", ProfileSchema, example="profile", headers=("ETag",)),
        304: answer("Unchanged.", headers=("ETag",)),
    },
    problems=("not-found", "storage-unavailable"),
)
def read_profile(profile_name: str) -> Response:
    """Read a profile.

    Rates are ratios here, whatever unit they were given in.
    """
    found = service().store.profiles.get(g.tenant, _known(profile_name))
    if found is None:
        raise _no_profile()
    return current_answer(_shown(found))


@blueprint.operation(
    "GET",
    "/profiles",
    query=ProfileQuerySchema,
    answers={200: answer("A page.", ProfilePageSchema, example="profiles", headers=("Link",))},
    problems=("invalid-cursor", "storage-unavailable"),
)
def list_profiles() -> Response:
    """List the profiles.

    By name; follow `next_cursor` until `has_more` is false.
    """
    marketplace = narrowed().get("marketplace")
    profiles = service().store.profiles
    return paged(
        lambda after, limit: profiles.page(g.tenant, marketplace=marketplace, after=after, limit=limit),
        place=lambda each: each.name,
        parse=parse_profile_name,
        show=_shown,
    )


@blueprint.operation(
    "DELETE",
    "/profiles/<profile_name>",
    parameters=_NAME,
    answers={204: answer("Gone.")},
    problems=("not-found", "storage-unavailable", "storage-full"),
)
def delete_profile(profile_name: str) -> Response:
    """Remove a profile.

    Evaluations that used it stay as they are; later ones that name it are refused.
    """
    if not service().store.profiles.delete(g.tenant, _known(profile_name)):
        raise _no_profile()
    return gone_answer()


def stored_profile(name: str) -> Profile:
    """Give a profile of this tenant for an evaluation; RefusedError when it is not there, or is outdated."""
    found = service().store.profiles.get(g.tenant, name)
    if found is None:
        detail = f"there is no profile {name!r}."
        raise RefusedError.of([Fault("/profile", "validation-failed", detail)])
    kept = orjson.loads(found.content)
    given = {each: kept[each] for each in ("marketplace", "limits", "weights")}
    given["limits"] = [
        {field: value for field, value in each.items() if value is not None} for each in given["limits"]
    ]
    try:
        return _read(load_profile(given), name)
    except RefusedError as refused:
        # it was right when it was stored: a rule is gone since, or a weight was raised
        faults = [
            Fault(
                "/profile", each.code, f"the profile {name!r} has to be renewed: {each.pointer} {each.detail}"
            )
            for each in refused.faults
        ]
        raise RefusedError.of(faults) from None


def _read(given: dict[str, Any], name: str) -> Profile:
    registry = service().judge.registry
    marketplace = registry.marketplaces.get(given["marketplace"])
    if marketplace is None:
        detail = registry.no_marketplace(given["marketplace"])
        raise RefusedError.of([Fault("/marketplace", "validation-failed", detail)])
    faults: list[Fault] = []
    profile = ProfileReader(registry, marketplace, "", faults).read(given, name)
    if profile is None:
        raise RefusedError.of(faults)
    return profile


def _known(name: str) -> str:
    """Read a name in a path; one that cannot be is not there."""
    try:
        return parse_profile_name(name)
    except ValueError:
        raise _no_profile() from None


def _no_profile() -> RefusedError:
    return RefusedError("not-found", "There is no such profile.")


def _shown(record: ProfileRecord) -> dict[str, Any]:
    return _described(profile_of(orjson.loads(record.content)))


def _described(profile: Profile) -> dict[str, Any]:
    return {**profile.plain(), "digest": profile.digest, "guardrails": GUARDRAILS}
