"""The command as a whole: help, version, refusals, and what it imports."""

import re
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import click
import pytest

from sellervitals import __version__, cli


def test_help_lists_every_command_with_its_own_first_line(run):
    shown = run("--help").stdout
    group = cli.cli
    for name, (_, line) in cli.COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", shown, re.MULTILINE)
        command = group.get_command(click.Context(group), name)
        assert command.name == name
        assert command.get_short_help_str() == line


def test_every_command_is_documented():
    page = (Path(__file__).parents[2] / "docs/command-line.md").read_text()
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == set(cli.COMMANDS)


def test_version(run):
    assert run("--version").stdout == f"sellervitals, version {__version__}\n"


def test_the_module_is_the_command():
    start = [sys.executable, "-m", "sellervitals.cli", "--version"]
    assert subprocess.run(start, capture_output=True, check=True).stdout.startswith(b"sellervitals, version ")


def imported_by(*arguments):
    """Run a command in a fresh interpreter; say which modules it needed and its seconds on the processor."""
    script = (
        "import atexit, sys; atexit.register(lambda: print('IMPORTED', *sys.modules));"
        "from sellervitals.cli import cli; sys.exit(cli(sys.argv[1:], standalone_mode=False))"
    )
    start = [sys.executable, "-c", script, *arguments]
    before = getrusage(RUSAGE_CHILDREN)
    found = subprocess.run(start, capture_output=True, text=True, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return set(found.stdout.split("IMPORTED")[1].split()), seconds


def test_help_is_quick_and_imports_nothing_that_it_does_not_need():
    modules, seconds = imported_by("--help")
    assert "click" in modules
    assert not modules & {"flask", "sqlalchemy", "pluggy", "marshmallow", "rich", "gunicorn"}
    assert seconds < 0.6, "0.1 s on an idle machine"


@pytest.mark.usefixtures("acme")
def test_check_needs_no_server_and_no_database(request_file):
    modules, _ = imported_by("check", str(request_file(late_rate="0")))
    assert "sellervitals.judge" in modules
    assert not modules & {"flask", "sqlalchemy", "gunicorn"}


def test_unknown_commands_and_flags_exit_with_2(run):
    assert run("what").exit_code == 2
    assert run("rules", "--what").exit_code == 2


@pytest.mark.parametrize("arguments", [("check", "x"), ("rules",), ("plugins",), ("serve",), ("migrate",)])
def test_bad_settings_are_refused_with_one_sentence(command, arguments):
    answer = command(*arguments, SELLERVITALS_PORT="x", SELLERVITALS_WORKERS="0")
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert answer.stderr.startswith(b"sellervitals: Settings cannot be used: SELLERVITALS_PORT: ")
    assert b"SELLERVITALS_WORKERS" in answer.stderr
    assert answer.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [("check", "x"), ("rules",), ("plugins",), ("serve",)])
def test_a_plugin_that_says_something_wrong_is_refused_with_one_sentence(command, install, arguments):
    install("bad", "X = 1")
    answer = command(*arguments)
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert answer.stderr.decode() == "sellervitals: plugin bad: implements no hook of sellervitals.\n"


def test_strict_plugins_refuse_what_cannot_be_imported(command, install):
    install("bad", "raise ImportError('\\x1b[31mred')")
    assert command("rules").returncode == 0
    answer = command("rules", SELLERVITALS_STRICT_PLUGINS="true")
    assert answer.returncode == 2
    assert answer.stderr.decode() == (
        "sellervitals: plugin bad cannot be imported: ImportError: \\x1b[31mred.\n"
    )


@pytest.mark.usefixtures("acme")
def test_weights_of_unknown_rules_are_refused_and_those_of_blocked_plugins_are_not(command, request_file):
    path = request_file(late_rate="0")
    answer = command("check", path, SELLERVITALS_WEIGHTS="acme.late-rat=3")
    assert answer.returncode == 2
    assert answer.stderr == b"sellervitals: the operator's weights name the unknown rule 'acme.late-rat'.\n"
    more = {"SELLERVITALS_WEIGHTS": "amazon.whatever=3", "SELLERVITALS_BLOCKED_PLUGINS": "amazon"}
    assert command("check", path, **more).returncode == 0


def test_a_crash_never_reads_as_a_verdict(monkeypatch, capsys):
    def crash(**_):
        raise RuntimeError("a bug")

    monkeypatch.setattr(cli.cli, "main", crash)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 2
    assert "RuntimeError: a bug" in capsys.readouterr().err


def test_an_interruption_never_reads_as_a_verdict(monkeypatch):
    def interrupt(**_):
        raise click.Abort

    monkeypatch.setattr(cli.cli, "main", interrupt)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 130
