import json
import logging
import re
import subprocess
import sys
from io import StringIO

import pytest

from sellervitals.logs import handler


@pytest.fixture
def written():
    stream, logger = StringIO(), logging.getLogger("tests.logs")
    made = handler(stream)
    logger.addHandler(made)
    logger.propagate = False
    yield logger, stream
    logger.removeHandler(made)
    logger.propagate = True


NASTY = "a\r\nb\x1b[31m\x7f\x85\u2028\u202e\x00"


def test_s54_whatever_is_logged_is_one_line_of_printable_ascii(written):
    logger, stream = written
    logger.error("said %s", NASTY)
    try:
        int(NASTY)
    except ValueError:
        logger.exception("it broke")
    logger.error("x" * 1_000_000)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 3
    for line in lines:
        assert len(line) <= 8_192
        assert not re.search(r"[^\x20-\x7e]", line)
    assert json.loads(lines[0])["event"] == f"said {NASTY}"
    broken = json.loads(lines[1])
    assert broken.keys() == {"event", "exception", "level", "logger", "timestamp"}
    assert "ValueError" in broken["exception"]


def test_s54_a_long_traceback_keeps_its_end(written):
    logger, stream = written

    def deeper(left):
        if left:
            return deeper(left - 1)
        raise ValueError("the end")

    try:
        deeper(200)
    except ValueError:
        logger.exception("it broke")
    assert json.loads(stream.getvalue())["exception"].endswith("ValueError: the end")


def test_configure_speaks_for_the_whole_process():
    program = (
        "import logging; from sellervitals.logs import configure; configure('INFO');"
        "logging.getLogger('any').info('not this'); logging.getLogger('any').warning('this');"
        "logging.getLogger('sellervitals.x').info('and this'); logging.getLogger('sellervitals').debug('no')"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert [json.loads(line)["event"] for line in done.stderr.splitlines()] == ["this", "and this"]
