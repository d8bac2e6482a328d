"""Named profiles: what is known of a marketplace's figures, one TOML file each, called like its site.

A new one is a copy of a neighbour; ``docs/plain-metrics.md`` says what each field means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_generic.metrics import METRICS
from sellervitals_generic.sources import ADVICE

_FIELDS = {"title", "note", "sources", "limits", "figures"}


class Profile(NamedTuple):
    """One marketplace. ``limits`` and ``figures`` are pairs of a metric and what holds for it."""

    site: str
    title: str
    note: str
    sources: Mapping[str, sdk.Reference]
    limits: tuple[tuple[str, sdk.Limit], ...]
    figures: tuple[tuple[str, sdk.Figure], ...]


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
    return Profile(
        site=site,
        title=given["title"],
        note=given.get("note", ""),
        sources={
            f"{site}-{key}": sdk.Reference(**source) for key, source in given.get("sources", {}).items()
        },
        limits=tuple(_rows(site, "limits", given, _limit)),
        figures=tuple(_rows(site, "figures", given, sdk.figure)),
    )


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
        fields = {name: value for name, value in row.items() if name not in {"metric", "assumed"}}
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
        if str(made[name]).endswith("%"):
            made[name] = sdk.percent(made[name].removesuffix("%").strip())
    if assumed:
        says = f"Its first day is not published; the table starts with {made['since'][:4]}."
        made["note"] = f"{says} {made.get('note', '')}".rstrip()
    return made


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
    return {
        "limits": limits,
        "figures": figures,
        "references": {key: sources[key] for key in used} | ADVICE,
        "sites": (sdk.EVERYWHERE,) if limits else (),
    }
