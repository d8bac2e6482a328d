"""``sellervitals what-if``: judge a file as it would be after changes, without a server."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import click
import orjson

from sellervitals.cli import listing, startup
from sellervitals.cli.source import UnusableError, about, content, faults, source, tell
from sellervitals.judge import Judge
from sellervitals.problems import RefusedError, at
from sellervitals.report.what_if import WhatIfReport
from sellervitals.schemas.fields import checked
from sellervitals.schemas.goal import SimulatedGoalSchema
from sellervitals.schemas.simulated_changes import SimulatedChangesSchema
from sellervitals.simulating.simulation import Base, simulate

ANSWERED, OUT_OF_REACH, UNUSABLE = 0, 1, 2
_WHOLE = re.compile("[0-9]{1,15}")
_COUNTS = re.compile("([0-9]{1,15})/([0-9]{1,15})")
_RATE = re.compile(r"(-?[0-9.]+) ?(%|percent|ratio)")
_NOWHERE = "none"


@click.command("what-if", short_help="Judge a file as it would be after changes.")
@click.argument("file", metavar="FILE")
@click.option("--clean-orders", type=click.IntRange(min=0), help="So many orders without fault.")
@click.option("--clean", multiple=True, metavar="WHAT=N", help="The same of packages, sales, messages ...")
@click.option("--add", multiple=True, metavar="METRIC[:SEGMENT]=BAD,GOOD", help="Events that would come.")
@click.option("--remove", multiple=True, metavar="METRIC[:SEGMENT]=N", help="Bad events taken away.")
@click.option(
    "--set",
    "set_",
    multiple=True,
    metavar="METRIC[:SEGMENT]=VALUE",
    help="Another value: 12/1000, 1.2%, '0.012 ratio', a number or a word.",
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Apply the policy of this day.")
@click.option("--goal", metavar="GOAL", help="Say what clears it: safe, a level, rule:<rule id> ...")
@click.option("--effort", multiple=True, metavar="LEVER=NUMBER", help="Of clean, remove or add; or none.")
@click.option("--marketplace", help="The marketplace, where the file does not say it.")
@click.option("--site", help="The site that is meant, such as US.")
@listing.form
@click.pass_context
def command(ctx: click.Context, /, *, file: str, form: str, **options: Any) -> None:
    r"""Judge a file as it is and as it would be, without a server and without a database.

    A FILE is a document as the marketplace delivers it (JSON, TSV or CSV), or a request body as POST
    /v1/evaluations takes it; - is standard input. Options may be given several times. JSON is what POST
    /v1/simulations answers.

    \b
    Exit codes:
      0  answered; with --goal: it is reached, or within reach
      1  with --goal: it is not certain that anything clears it
      2  the FILE or a change cannot be used
    """
    chosen = startup.settings()
    judge = startup.judge(chosen)
    account = {name: options[name] for name in ("marketplace", "site")}
    try:
        answer = _answer(judge, file, chosen.max_file_bytes, account, options)
    except UnusableError as problem:
        tell(file, problem.sentences)
        ctx.exit(UNUSABLE)
    listing.as_answer(file, orjson.dumps(answer), WhatIfReport, form, alone=True)
    goal = answer["goal"]
    ctx.exit(ANSWERED if goal is None or goal["met"] or goal["clears"] else OUT_OF_REACH)


def _answer(
    judge: Judge, name: str, most: int, account: Mapping[str, str | None], options: Mapping[str, Any]
) -> dict[str, Any]:
    """Simulate on a file as HTTP would on a request; UnusableError with every fault of it."""
    raw = False
    try:
        found = source(judge.registry, content(name, most))
        raw = found.raw
        return simulate(judge, Base(about(found.request, **account), datetime.now(UTC)), _asked(options))
    except RefusedError as refused:
        told = [each._replace(pointer=each.pointer.removeprefix("/base")) for each in refused.faults]
        raise UnusableError(*faults(RefusedError.of(told) if told else refused, raw=raw)) from refused


def _asked(options: Mapping[str, Any]) -> dict[str, Any]:
    """Make of the options what a request would hold; it is checked by the same schemas."""
    changes: dict[str, Any] = {}
    if options["clean_orders"] is not None:
        changes["clean_orders"] = options["clean_orders"]
    if options["clean"]:
        clean = _pairs("--clean", options["clean"])
        changes["clean"] = {what: _whole(count, "--clean") for what, count in clean.items()}
    if options["as_of"] is not None:
        changes["as_of"] = options["as_of"].date().isoformat()
    metrics: dict[tuple[str, str], dict[str, Any]] = {}
    for name, read in (("add", _added), ("remove", _removed), ("set_", _set)):
        for option in options[name]:
            target, given = _pair(option)
            metric, _, segment = target.partition(":")
            change = metrics.setdefault((metric, segment), {"segment": segment} if segment else {})
            if name.strip("_") in change:
                raise click.UsageError(f"--{name.strip('_')} is given twice for {target}.")
            change[name.strip("_")] = read(given)
    for (metric, _), change in metrics.items():
        changes.setdefault("metrics", {}).setdefault(metric, []).append(change)
    asked = {"changes": _loaded(SimulatedChangesSchema(), changes, "/changes")}
    if options["goal"] is not None:
        costs = _pairs("--effort", options["effort"])
        effort = {kind: None if cost == _NOWHERE else cost for kind, cost in costs.items()}
        goal = {"id": options["goal"], **({"effort": effort} if effort else {})}
        asked["goal"] = _loaded(SimulatedGoalSchema(), goal, "/goal")
    elif options["effort"]:
        raise click.UsageError("--effort is about a --goal.")
    return asked


def _loaded(schema: SimulatedChangesSchema | SimulatedGoalSchema, given: Any, pointer: str) -> dict[str, Any]:
    with at(pointer):
        loaded: dict[str, Any] = checked(schema, given)
        return loaded


def _pair(option: str) -> tuple[str, str]:
    name, sign, given = option.rpartition("=")
    if not (name and sign and given):
        raise click.UsageError(f"{option!r} must be written as NAME=VALUE.")
    return name, given


def _pairs(option: str, several: Sequence[str]) -> dict[str, str]:
    """Read NAME=VALUE, each name once."""
    found: dict[str, str] = {}
    for name, given in map(_pair, several):
        if name in found:
            raise click.UsageError(f"{option} is given twice for {name}.")
        found[name] = given
    return found


def _whole(given: str, option: str) -> int:
    if not _WHOLE.fullmatch(given):
        raise click.UsageError(f"{option}: {given!r} must be a whole number.")
    return int(given)


def _added(given: str) -> dict[str, int]:
    bad, _, good = given.partition(",")
    return {"bad": _whole(bad, "--add"), "good": _whole(good or "0", "--add")}


def _removed(given: str) -> int:
    return _whole(given, "--remove")


def _set(given: str) -> dict[str, Any]:
    """Read counts, a rate with its unit, a number or a word; a rate without a unit is refused later."""
    counts, rate = _COUNTS.fullmatch(given), _RATE.fullmatch(given)
    if counts:
        return {"numerator": int(counts[1]), "denominator": int(counts[2])}
    if rate:
        return {"value": rate[1], "unit": "ratio" if rate[2] == "ratio" else "percent"}
    return {"value": given}
