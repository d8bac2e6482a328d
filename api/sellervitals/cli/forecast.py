"""``sellervitals forecast``: what may become of an account, from files, without a server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import click
import orjson

from sellervitals.cli import listing, startup
from sellervitals.cli.source import UnusableError, about, content, faults, source, tell
from sellervitals.forecasting.answer import encode_forecast
from sellervitals.forecasting.request import answer_forecast, policy_revision
from sellervitals.judge import Judge
from sellervitals.limits import HORIZON
from sellervitals.problems import RefusedError
from sellervitals.report.forecast_table import ForecastTable
from sellervitals.schemas.forecasts import FORECAST

HOLDS, BREAKS, NOT_FORECAST = 0, 1, 2


@click.command("forecast", short_help="Forecast files without a server.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--horizon",
    type=click.IntRange(HORIZON[0], HORIZON[-1]),
    help="How many days to look ahead; by default what the FILE says, else 90.",
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Look ahead from this day.")
@click.option("--marketplace", help="The marketplace, where the file does not say it.")
@click.option("--site", help="The site, such as US.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: Sequence[str],
    form: str,
    horizon: int | None,
    as_of: datetime | None,
    marketplace: str | None,
    site: str | None,
) -> None:
    r"""Forecast files without a server and without a database.

    A FILE is a document as the marketplace delivers it (JSON, TSV or CSV), or a request body as POST
    /v1/forecasts takes it; - is standard input. JSON is the answer of the server: indented for one FILE, one
    line each for several.

    \b
    Exit codes, the highest of all FILEs counts:
      0  no line is expected to break, and what is broken is expected to be back
         within the horizon
      1  a line is expected to break, or stays broken
      2  a FILE could not be forecast: it cannot be read, is not recognised or
         breaks the format, or nothing in it can be rolled on
    """
    chosen = startup.settings()
    judge = startup.judge(chosen)
    account = {"marketplace": marketplace, "site": site}
    options: dict[str, Any] = {"horizon_days": horizon, "as_of": as_of and as_of.date()}
    code = HOLDS
    for name in files:
        try:
            data = _forecast(judge, content(name, chosen.max_file_bytes), account, options)
        except UnusableError as problem:
            tell(name, problem.sentences)
            code = NOT_FORECAST
            continue
        listing.as_answer(name, data, ForecastTable, form, alone=len(files) == 1)
        code = max(code, _verdict(name, orjson.loads(data)))
    ctx.exit(code)


def _forecast(
    judge: Judge, data: bytes, account: Mapping[str, str | None], options: Mapping[str, Any]
) -> bytes:
    """Answer a file as HTTP would answer its request; options replace what the file says."""
    raw = False
    try:
        read = source(judge.registry, data, FORECAST)
        raw = read.raw
        request = about(read.request, **account)
        request |= {key: value for key, value in options.items() if value is not None}
        found = answer_forecast(judge, request, today=datetime.now(UTC).date())
    except RefusedError as refused:
        raise UnusableError(*faults(refused, raw=raw)) from refused
    return encode_forecast(found, policy_revision(judge, found.outset.marketplace))


def _verdict(name: str, found: Mapping[str, Any]) -> int:
    if not found["metrics"] and not found["projections"]:
        tell(name, ["holds nothing that can be rolled on."])
        return NOT_FORECAST
    return BREAKS if found["breached"] else HOLDS
