import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace

import pytest

from sellervitals.cli import server
from sellervitals.config import Settings

SELLERVITALS = Path(sys.executable).with_name("sellervitals")
BODY = {
    "account": {"marketplace": "acme", "site": "US"},
    "metrics": {"late_rate": {"value": "0", "unit": "ratio"}},
}


@contextmanager
def serving(folder, *flags):
    """Start the real server on a free port, in a folder of its own; give the process, host and port."""
    process = subprocess.Popen(
        [SELLERVITALS, "serve", "--port", "0", *flags],
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        line = process.stdout.readline()
        found = re.fullmatch(
            r"sellervitals listens on http://(.+):(\d+) and explains itself on http://\1:\2/docs\n", line
        )
        assert found, line
        yield process, found[1].strip("[]"), int(found[2])
    finally:
        process.kill()
        process.communicate()


def ask(host, port, method, path, body=None):
    connection = HTTPConnection(host, port, timeout=30)
    connection.request(method, path, body and json.dumps(body), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    content = json.loads(answer.read())
    connection.close()
    return answer.status, content


def stop(process, how=signal.SIGTERM):
    process.send_signal(how)
    return process.wait(timeout=40)


@pytest.mark.usefixtures("acme")
def test_serve_answers_and_stops_on_sigterm(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    with serving(home) as (process, host, port):
        assert host == "127.0.0.1"
        assert ask(host, port, "GET", "/livez")[0] == 200
        status, result = ask(host, port, "POST", "/v1/evaluations", BODY)
        assert (status, result["score"]["value"]) == (201, "100")
        assert ask(host, port, "GET", f"/v1/evaluations/{result['id']}") == (200, result)
        assert stop(process) == 0
    left = {path.name.partition("-")[0] for path in home.iterdir()}
    assert left == {"sellervitals.sqlite3"}, "no control socket, no other trace"


@pytest.mark.usefixtures("acme")
def test_r17_sigterm_lets_a_running_request_finish(tmp_path):
    body = json.dumps(BODY).encode()
    with serving(tmp_path) as (process, host, port), socket.create_connection((host, port), 30) as client:
        head = f"POST /v1/evaluations HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\n"
        client.sendall(head.encode() + b"Expect: 100-continue\r\nContent-Type: application/json\r\n\r\n")
        answer = client.makefile("rb")
        assert answer.readline() == b"HTTP/1.1 100 Continue\r\n", "the request is in a worker's hands"
        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert process.poll() is None
        client.sendall(body)
        assert answer.readline() == b"\r\n"
        assert answer.readline() == b"HTTP/1.1 201 CREATED\r\n"
        assert process.wait(timeout=40) == 0


@pytest.mark.usefixtures("acme")
def test_several_workers_serve_one_database(tmp_path):
    with serving(tmp_path, "--workers", "2", "--threads", "2", "--host", "::1") as (process, host, port):
        ids = {ask(host, port, "POST", "/v1/evaluations", BODY)[1]["id"] for _ in range(8)}
        assert {ask(host, port, "GET", f"/v1/evaluations/{each}")[0] for each in ids} == {200}
        assert stop(process) == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])  # noqa: S104
def test_listening_beyond_this_machine_is_refused_without_a_word_for_it(command, tmp_path, host):
    answer = command("serve", "--host", host, "--port", "0", cwd=tmp_path)
    assert answer.returncode == 2
    assert answer.stderr.decode().startswith(f"sellervitals: {host} can be reached from other machines")
    assert b"--allow-unauthenticated (SELLERVITALS_ALLOW_UNAUTHENTICATED=true)" in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["flag", "setting"])
def test_a_proxy_in_front_may_be_vouched_for(tmp_path, monkeypatch, how):
    if how == "setting":
        monkeypatch.setenv("SELLERVITALS_ALLOW_UNAUTHENTICATED", "true")
    flags = ["--allow-unauthenticated"] if how == "flag" else []
    with serving(tmp_path, "--host", "0.0.0.0", *flags) as (process, _, port):  # noqa: S104
        assert ask("127.0.0.1", port, "GET", "/livez")[0] == 200
        assert stop(process) == 0


def test_a_database_that_cannot_be_opened_is_refused_with_one_sentence(command, tmp_path):
    url = f"sqlite:///{tmp_path}/nowhere/x.sqlite3"
    answer = command("serve", "--port", "0", SELLERVITALS_DATABASE_URL=url)
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert answer.stderr.decode().endswith("(SELLERVITALS_DATABASE_URL)\n")
    assert answer.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "flags", [("--port", "65536"), ("--port", "x"), ("--workers", "0"), ("--threads", "0")]
)
def test_flags_out_of_range_are_refused(run, flags):
    assert run("serve", *flags).exit_code == 2


def test_b57_every_connection_bounds_how_long_its_client_may_be_silent(monkeypatch):
    monkeypatch.setattr(server, "SILENCE_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server.Server(Settings(database_url="sqlite://")).cfg.when_ready(
            SimpleNamespace(LISTENERS=[SimpleNamespace(sock=listening, getsockname=listening.getsockname)])
        )
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            accepted.setblocking(True)  # as gunicorn's threads have it
            with accepted, pytest.raises(BlockingIOError):
                accepted.recv(1)
