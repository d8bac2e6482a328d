"""Named profiles: what is known of a marketplace's figures, one TOML file each, called like its site.

A new one is a copy of a neighbour; ``docs/plain-metrics.md`` says what each field means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_generic.metrics import METRICS
from sellervitals_generic.sources import ADVICE

_FIELDS = {"title", "note", "sources", "limits", "figures", "goals"}
_OURS = {"metric", "assumed", "breaking"}
"""Fields of a row that are not the SDK's."""


class Profile(NamedTuple):
    """One marketplace. ``limits``, ``figures`` and ``ladders`` are pairs of a metric and what it is given."""

    site: str
    title: str
    note: str
    sources: Mapping[str, sdk.Reference]
    limits: tuple[tuple[str, sdk.Limit], ...]
    figures: tuple[tuple[str, sdk.Figure], ...]
    ladders: tuple[tuple[str, sdk.Ladder], ...]
    goals: tuple[sdk.Goal, ...]


def read(site: str, content: str) -> Profile:
    """Read the text of a profile; MetadataError names the profile, the place in it and the field."""
    subject = f"profile {site}"
    try:
        given = tomllib.loads(content)
    except tomllib.TOMLDecodeError as problem:
        raise sdk.MetadataError(subject, "file", f"is no TOML: {problem}") from None
    for name in given.keys() - _FIELDS:
        raise sdk.MetadataError(subject, name, "is no field of a profile")
    if "title" not in given:
        raise sdk.MetadataError(subject, "title", "is missing")
    limits = tuple(_rows(site, "limits", given, _limit))
    return Profile(
        site=site,
        title=given["title"],
        note=given.get("note", ""),
        sources=_sources(site, given),
        limits=limits,
        figures=tuple(_rows(site, "figures", given, sdk.figure)),
        ladders=tuple(
            (metric, _ladder(metric, limit, row, given))
            for (metric, limit), row in zip(limits, given.get("limits", []), strict=True)
            if "breaking" in row
        ),
        goals=tuple(_goal(site, place, row, given) for place, row in enumerate(given.get("goals", []))),
    )


def _ladder(metric: str, limit: sdk.Limit, row: Mapping[str, Any], profile: Mapping[str, Any]) -> sdk.Ladder:
    """Make the scale of what follows where a limit is broken, the lightest first; the last has no end."""
    (site,) = limit.sites
    title = next(each.title for each in METRICS if each.id == metric)
    steps = [
        sdk.Rung(
            step.get("name", f"STEP_{number}"),
            needs={metric: (replace(limit, fail=_line(step["up_to"])),)} if "up_to" in step else {},
            severity=step.get("severity"),
            says=step.get("says", ""),
        )
        for number, step in enumerate(row["breaking"], 1)
    ]
    return sdk.Ladder(
        id=f"{site}_{metric}",
        title=f"{profile['title']}: {title.lower()}",
        rungs=(sdk.Rung("KEPT", needs={metric: (limit,)}), *steps),
        references=_sources(site, profile),
    )


def _goal(site: str, place: int, row: Mapping[str, Any], profile: Mapping[str, Any]) -> sdk.Goal:
    """Make something to reach, such as a badge; what it needs is written like limits."""
    table = f"goals[{place}].needs"
    asked = {**profile, table: row.get("needs", [])}
    needs = {metric: (limit,) for metric, limit in _rows(site, table, asked, _limit)}
    fields = {**row, "needs": needs, "references": _sources(site, profile)}
    return sdk.Goal(**fields)


def _sources(site: str, profile: Mapping[str, Any]) -> dict[str, sdk.Reference]:
    return {f"{site}-{key}": sdk.Reference(**each) for key, each in profile.get("sources", {}).items()}


def _rows(site: str, table: str, given: Mapping[str, Any], made: Any) -> Iterator[tuple[str, Any]]:
    """Make what each row says, for the metric that it names."""
    known = {each.id for each in METRICS}
    for place, row in enumerate(given.get(table, [])):
        subject = f"profile {site}: {table}[{place}]"
        for field in ("metric", "since", "trust", "source"):
            if field not in row:
                raise sdk.MetadataError(subject, field, "is missing")
        if row["metric"] not in known:
            raise sdk.MetadataError(subject, "metric", f"names {row['metric']!r}, which is no metric here")
        if row["source"] not in given.get("sources", {}):
            raise sdk.MetadataError(subject, "source", f"names {row['source']!r}, which is none of its own")
        fields = {name: value for name, value in row.items() if name not in _OURS}
        try:
            yield row["metric"], made(**_as_written(fields, site, assumed=row.get("assumed", False)))
        except sdk.MetadataError as fault:
            raise sdk.MetadataError(subject, fault.field, fault.problem) from None


def _as_written(fields: Mapping[str, Any], site: str, *, assumed: bool) -> dict[str, Any]:
    """Turn a row into the arguments of the SDK: days are texts, rates end in a percent sign."""
    made: dict[str, Any] = {**fields, "sites": (site,), "source": f"{site}-{fields['source']}"}
    for name in made.keys() & {"since", "until", "announced"}:
        made[name] = str(made[name])
    for name in made.keys() & {"fail", "warn"}:
        made[name] = _line(made[name])
    if assumed:
        says = f"Its first day is not published; the table starts with {made['since'][:4]}."
        made["note"] = f"{says} {made.get('note', '')}".rstrip()
    return made


def _line(text: str) -> sdk.Rate | Decimal:
    """Read a line: a rate ends in a percent sign; MetadataError for what is neither rate nor number."""
    written = str(text)
    if written.endswith("%"):
        return sdk.percent(written.removesuffix("%").strip())
    try:
        return Decimal(written)
    except InvalidOperation:
        raise sdk.MetadataError("line", "text", f"must be a rate or a number, not {written!r}") from None


def _limit(since: str, **fields: Any) -> sdk.Limit:
    """Make a limit; where it is not known when it was announced, it was on its first day."""
    return sdk.limit(since, **{"announced": since, **fields})


PROFILES: tuple[Profile, ...] = tuple(
    read(each.name.removesuffix(".toml"), each.read_text("utf-8"))
    for each in sorted(files(__name__).iterdir(), key=lambda each: each.name)
    if each.name.endswith(".toml")
)
"""All profiles, by site."""


def profiled(metric: str) -> dict[str, Any]:
    """Give what all profiles say of a metric as fields of its rule: limits, figures, sources and sites.

    A rule that no profile has a limit for is about no site: it judges by the caller's own target alone.
    """
    limits = tuple(limit for one in PROFILES for name, limit in one.limits if name == metric)
    figures = tuple(figure for one in PROFILES for name, figure in one.figures if name == metric)
    sources = {key: source for one in PROFILES for key, source in one.sources.items()}
    used = (*(each.source for each in limits), *(each.source for each in figures))
    ladders = [ladder for one in PROFILES for name, ladder in one.ladders if name == metric]
    if len(ladders) > 1:
        names = ", ".join(each.id for each in ladders)
        raise sdk.MetadataError(f"metric {metric}", "breaking", f"stands more than once: {names}")
    return {
        "limits": limits,
        "figures": figures,
        "references": {key: sources[key] for key in used} | ADVICE,
        "ladder": next(iter(ladders), None),
        "sites": (sdk.EVERYWHERE,) if limits else (),
    }
