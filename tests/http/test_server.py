"""What only a real server on loopback shows: rows marked as answered by the server layer, and streams."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from time import monotonic, sleep

import pytest

BODY = json.dumps(
    {
        "account": {"marketplace": "amazon", "site": "US"},
        "metrics": {"order_defect_rate": {"segment": "mfn", "value": "0.5", "unit": "percent"}},
    }
).encode()


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--bind", f"127.0.0.1:{free}"]
    command += [
        "--worker-class",
        "gthread",
        "--threads",
        "4",
        "--log-level",
        "error",
        "sellervitals.wsgi:app",
    ]
    environment = {**os.environ, "SELLERVITALS_DATABASE_URL": f"sqlite:///{folder / 'server.sqlite3'}"}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stderr=log, stdout=log)
    try:
        _wait(free, server)
        yield free
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(40) == 0
    for line in (folder / "log").read_bytes().splitlines():
        assert json.loads(line)["event"] == "request"


def _wait(port, server):
    until = monotonic() + 40
    while monotonic() < until:
        assert server.poll() is None, "the server ended"
        try:
            if ask(port, get("/readyz"))[0] == 200:
                return
        except OSError:
            sleep(0.1)
    raise AssertionError("the server does not answer")


def ask(port, data):
    """Send bytes as they are; the status, headers and body of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        link.sendall(data)
        response = http.client.HTTPResponse(link)
        response.begin()
        return response.status, response.headers, response.read()


def post(body=BODY, *headers, path="/v1/evaluations", length=True):
    lines = [f"POST {path} HTTP/1.1", "Host: x", "Content-Type: application/json", "Connection: close"]
    lines += [f"Content-Length: {len(body)}"] * length
    return "\r\n".join([*lines, *headers, "", ""]).encode("latin-1") + body


def chunked(body, size=1_000):
    parts = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def get(path):
    return f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()


def count(port):
    return len(json.loads(ask(port, get("/v1/evaluations?limit=100"))[2])["data"])


def test_an_evaluation_through_a_real_server(port):
    status, headers, body = ask(port, post())
    assert status == 201
    where = headers["Location"]
    again = ask(port, get(where))
    assert (again[0], again[2]) == (200, body)
    assert "/" not in headers.get("Server", "")


CHUNKED = "Transfer-Encoding: chunked"
OURS = {
    "b51_chunked": (411, post(chunked(BODY), CHUNKED, length=False)),
    "b51_chunked_over_the_limit": (411, post(chunked(BODY.ljust(1_100_000), 50_000), CHUNKED, length=False)),
    "b50_over_the_limit": (413, post(BODY.ljust(1024 * 1024 + 1))),
    "b50_only_announced": (413, post(b"", "Content-Length: 99999999999999999999", length=False)),
    "b49_compressed": (415, post(BODY, "Content-Encoding: gzip")),
    "b55_no_host": (400, post().replace(b"Host: x\r\n", b"")),
    "b55_http_1_0": (400, b"GET /livez HTTP/1.0\r\n\r\n"),
    "b62_escaped_slashes": (404, get("/v1/evaluations/..%2f..%2fetc")),
}


@pytest.mark.parametrize(("status", "data"), OURS.values(), ids=OURS)
def test_b49_to_b55_problems_of_ours(port, status, data):
    before = count(port)
    answer = ask(port, data)
    assert answer[0] == status
    assert answer[1]["Content-Type"] == "application/problem+json"
    assert json.loads(answer[2])["request_id"] == answer[1]["X-Request-Id"]
    assert count(port) == before


# The server layer answers these itself, in its own form.
ITS_OWN = {
    "b52_length_and_chunked": ({400}, post(chunked(BODY), CHUNKED)),
    "b52_two_lengths": ({400}, post(BODY, "Content-Length: 1")),
    "b53_150_headers": ({400, 431}, post(BODY, *(f"X-{number}: y" for number in range(150)))),
    "b53_9_kb_header": ({400, 431}, post(BODY, f"X: {'y' * 9_000}")),
    "b54_5_kb_url": ({400, 414}, post(path="/v1/evaluations?x=" + "y" * 5_000)),
    "b56_nul_in_header": ({400}, post(BODY, "X-Request-Id: a\x00b")),
    "b56_bare_cr_in_header": ({400}, post(BODY, "X-Request-Id: a\rb")),
    "content_length_is_no_number": ({400}, post(BODY, "Content-Length: +1", length=False)),
}


@pytest.mark.parametrize(("statuses", "data"), ITS_OWN.values(), ids=ITS_OWN)
def test_b52_to_b56_answered_by_the_server_layer(port, statuses, data):
    before = count(port)
    assert ask(port, data)[0] in statuses
    assert count(port) == before


def test_b02_a_client_that_goes_away_stores_nothing(port):
    before = count(port)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        link.sendall(post(BODY.ljust(5_000))[:-4_000])
    sleep(0.3)
    assert count(port) == before


def test_b57_a_slow_client_holds_nobody_up(port):
    with socket.create_connection(("127.0.0.1", port), timeout=10) as slow:
        slow.sendall(post()[:-20])
        started = monotonic()
        assert ask(port, post())[0] == 201
        assert monotonic() - started < 2


def test_a_connection_is_reused_after_a_refusal(port):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    for body, status in [(BODY.ljust(1_200_000), 413), (b"{", 400), (BODY, 201)]:
        try:
            link.request("POST", "/v1/evaluations", body, {"Content-Type": "application/json"})
            answer = link.getresponse()
        except (ConnectionError, http.client.RemoteDisconnected):
            link.close()  # the server may hang up on a body that it will not read
            continue
        assert answer.status == status
        answer.read()
    link.close()
