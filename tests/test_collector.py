"""Reading a large table pauses the garbage collector, and leaves the process as it was."""

import gc
from threading import Barrier, Thread

import pytest

from sellervitals.collector import LARGE, spared

LARGE_TABLE = {"documents": [{"content": "x" * LARGE}]}
SMALL = [{}, {"documents": []}, {"documents": [{"content": {}}, {"content": "x" * (LARGE - 1)}]}]


@pytest.fixture(params=[True, False])
def running(request):
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_it_is_paused_for_large_tables_alone(running):
    with spared(LARGE_TABLE):
        assert not gc.isenabled()
    for request in SMALL:
        with spared(request):
            assert gc.isenabled() is running


def test_it_runs_on_as_before_even_after_a_refusal(running):
    with pytest.raises(ValueError, match="refused"), spared(LARGE_TABLE):
        raise ValueError("refused")
    assert gc.isenabled() is running


def test_r12_threads_that_overlap_leave_it_as_it_was(running):
    """The second comes while the first is inside and goes after it has left."""
    first_in, second_in, first_out = Barrier(2), Barrier(2), Barrier(2)
    seen = []

    def first():
        with spared(LARGE_TABLE):
            first_in.wait(5)
            second_in.wait(5)
        first_out.wait(5)

    def second():
        first_in.wait(5)
        with spared(LARGE_TABLE):
            second_in.wait(5)
            first_out.wait(5)
            seen.append(gc.isenabled())

    threads = [Thread(target=first), Thread(target=second)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(10)
    assert seen == [False]
    assert gc.isenabled() is running
