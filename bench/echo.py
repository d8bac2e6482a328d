"""A bare Flask app that reads as many bytes as our service and answers as many: the measure of 1.00."""

from __future__ import annotations

import os

from flask import Flask, Response, request

app = Flask(__name__)
ANSWER = b"x" * int(os.environ.get("ECHO_BYTES", "1000"))


@app.post("/echo")
def echo() -> Response:
    """Read the body, answer the prepared bytes."""
    request.get_data()
    return Response(ANSWER, mimetype="application/json")
