"""A closed-loop HTTP load generator: keep-alive connections on loopback, bounded in time."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Iterable, Iterator
from itertools import cycle
from statistics import quantiles
from time import perf_counter
from typing import NamedTuple


class Load(NamedTuple):
    """What a round of load gave; latency in milliseconds."""

    per_second: float
    p50_ms: float
    p99_ms: float


class _Connection:
    def __init__(self, port: int, requests: Iterator[bytes]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests = requests
        self.answer = bytearray()
        self.wanted = 0
        self.started = 0.0

    def send(self) -> None:
        self.answer.clear()
        self.wanted = 0
        self.started = perf_counter()
        self.socket.sendall(next(self.requests))

    def receive(self) -> bool:
        """Read what is there; True when the answer is complete."""
        chunk = self.socket.recv(1 << 18)
        if not chunk:
            raise ConnectionError("the server closed a connection")
        self.answer += chunk
        if not self.wanted:
            end = self.answer.find(b"\r\n\r\n")
            if end < 0:
                return False
            head = bytes(self.answer[:end]).lower()
            if not head.startswith((b"http/1.1 200", b"http/1.1 201")):
                raise ConnectionError(f"unexpected answer: {bytes(self.answer[:500])!r}")
            self.wanted = end + 4 + int(head.split(b"content-length:")[1].split(b"\r\n")[0])
        return len(self.answer) >= self.wanted


def request_bytes(path: str, body: bytes) -> bytes:
    """Build a POST request as it goes over the wire."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def once(port: int, request: bytes) -> bytes:
    """Send one request and give the answer's body."""
    connection = _Connection(port, iter([request]))
    connection.send()
    while not connection.receive():
        pass
    connection.socket.close()
    return bytes(connection.answer).split(b"\r\n\r\n", 1)[1]


def run(port: int, requests: Iterable[bytes], *, seconds: float, connections: int) -> Load:
    """Keep ``connections`` requests under way for ``seconds``; the given ones take turns."""
    turns = cycle(requests)
    selector = selectors.DefaultSelector()
    times: list[float] = []
    started = perf_counter()
    ends = started + seconds
    for _ in range(connections):
        connection = _Connection(port, turns)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send()
    open_ = connections
    while open_:
        for key, _ in selector.select(timeout=10):
            connection = key.data
            if not connection.receive():
                continue
            now = perf_counter()
            times.append(now - connection.started)
            if now < ends:
                connection.send()
            else:
                selector.unregister(connection.socket)
                connection.socket.close()
                open_ -= 1
    took = perf_counter() - started
    cuts = quantiles(times, n=100)
    return Load(len(times) / took, cuts[49] * 1e3, cuts[98] * 1e3)
