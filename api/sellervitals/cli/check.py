"""``sellervitals check``: judge files without a server and without a database."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import click
import orjson
from rich.console import Console
from rich.progress import Progress

from sellervitals.cli import listing, startup
from sellervitals.cli.baseline import Baseline, Changed, not_accepted, told
from sellervitals.cli.own_rules import failing, own_rules, told_waived
from sellervitals.cli.source import UnusableError, about, content, faults, source, tell
from sellervitals.domain.finding import Outcome
from sellervitals.domain.standing import Severity
from sellervitals.judge import Judge, Judged
from sellervitals.problems import RefusedError
from sellervitals.report.terminal import TerminalReport

NEVER = "never"
NOTHING_FAILED, SOMETHING_FAILED, NOT_EVALUATED = 0, 1, 2


@click.command("check", short_help="Judge files without a server.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Apply the policy of this day.")
@click.option(
    "--fail-on",
    type=click.Choice([*(each.value for each in Severity), NEVER]),
    default=Severity.LOW.value,
    show_default=True,
    help="Exit with 1 when a finding of this severity or a graver one failed.",
)
@click.option(
    "--baseline",
    metavar="RESULT",
    help="Accept what this earlier JSON result shows; only new and worse fails count.",
)
@click.option(
    "--profile", metavar="PROFILE", help="Judge by the own limits and weights in this JSON file too."
)
@click.option(
    "--waivers", metavar="WAIVERS", help="Do not count the failures that this JSON file answers for."
)
@click.option("--marketplace", help="The marketplace, where the file does not say it.")
@click.option("--site", help="The site to judge first, such as US.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: Sequence[str],
    form: str,
    as_of: datetime | None,
    fail_on: str,
    baseline: str | None,
    profile: str | None,
    waivers: str | None,
    marketplace: str | None,
    site: str | None,
) -> None:
    r"""Judge files without a server and without a database.

    A FILE is a document as the marketplace delivers it (JSON, TSV or CSV), or a request body as POST
    /v1/evaluations takes it; - is standard input. Every FILE is judged on its own. JSON is the result object
    as the server answers it: indented for one FILE, one line each for several. Beside a baseline, what
    changed since is told on standard error; so are failures that a waiver answers for, which do not count.

    \b
    Exit codes, the highest of all FILEs counts:
      0  nothing of the severity of --fail-on or above failed, on any site,
         that neither the baseline accepts nor a waiver answers for
      1  something did
      2  a FILE could not be evaluated: it cannot be read, is not recognised or
         breaks the format, nothing in it could be judged, or a critical rule broke
    """
    if baseline is not None and len(files) > 1:
        raise click.UsageError("--baseline is about one account: give one FILE.")
    chosen = startup.settings()
    judge = startup.judge(chosen)
    account = {"marketplace": marketplace, "site": site}
    own = own_rules(profile, waivers, chosen.max_file_bytes)
    code = NOTHING_FAILED
    for name in _watched(files):
        try:
            accepted = None if baseline is None else Baseline.read(baseline, chosen.max_file_bytes)
            judged = _judged(judge, name, chosen.max_file_bytes, account=account, as_of=as_of, own=own)
            changed = accepted and accepted.against(orjson.loads(judged[0].body), judge.registry.renamed)
        except UnusableError as problem:
            tell(name, problem.sentences)
            code = NOT_EVALUATED
            continue
        listing.as_answer(name, judged[0].body, TerminalReport, form, alone=len(files) == 1)
        tell(name, (*told_waived(judged), *(told(changed) if changed else ())))
        code = max(code, _verdict(name, judged, fail_on, changed))
    ctx.exit(code)


def _watched(files: Sequence[str]) -> Iterable[str]:
    """Show how far many files are, where the results go elsewhere and somebody watches."""
    console = Console(stderr=True)
    if len(files) == 1 or not console.is_terminal or sys.stdout.isatty():
        return files
    return _bar(files, console)


def _bar(files: Sequence[str], console: Console) -> Iterable[str]:
    # results go to stdout as they come, so the bar must leave it alone
    with Progress(console=console, transient=True, redirect_stdout=False) as progress:
        yield from progress.track(files, description="Judging")


def _judged(
    judge: Judge,
    name: str,
    most: int,
    *,
    account: Mapping[str, str | None],
    as_of: datetime | None,
    own: Mapping[str, Any],
) -> list[Judged]:
    """Judge a file as HTTP would judge its request; options replace what the file says."""
    data = content(name, most)
    raw = False
    try:
        found = source(judge.registry, data)
        raw = found.raw
        request = {**about(found.request, **account), **own}
        if as_of is not None:
            request["as_of"] = as_of.date()
        return judge.judge(request, now=datetime.now(UTC), digest=found.digest)
    except RefusedError as refused:
        raise UnusableError(*faults(refused, raw=raw)) from refused


def _verdict(name: str, judged: Sequence[Judged], fail_on: str, changed: Changed | None) -> int:
    """Choose the exit code; all sites count, and what could not be judged never counts as healthy.

    A baseline is about the first site alone.
    """
    findings = [each for one in judged for each in one.evaluation.findings]
    broken = [
        each.rule.id
        for each in findings
        if each.outcome is Outcome.ERROR and each.severity is Severity.CRITICAL
    ]
    if broken:
        tell(name, [f"could not be evaluated by {', '.join(broken)}."])
        return NOT_EVALUATED
    if not any(each.outcome.judged for each in findings):
        tell(name, ["holds nothing that could be judged."])
        return NOT_EVALUATED
    if fail_on == NEVER:
        return NOTHING_FAILED
    grave = Severity[fail_on.upper()].rank
    if changed is not None:
        fresh = not_accepted(changed)
        findings = [each for each in judged[0].evaluation.findings if each.fingerprint in fresh]
        findings += [each for one in judged[1:] for each in one.evaluation.findings]
    failed = any(each.severity.rank <= grave for each in failing(findings))
    return SOMETHING_FAILED if failed else NOTHING_FAILED
