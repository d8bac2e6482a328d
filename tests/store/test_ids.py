import re
from itertools import pairwise

import pytest

from sellervitals.store import new_id


def test_an_id_is_its_prefix_and_26_characters():
    assert re.fullmatch(r"ev_[0-9a-hjkmnp-tv-z]{26}", new_id("ev", 1_795_305_600_000))


@pytest.mark.parametrize("now_ms", [0, 1, 31, 32, 1_795_305_600_000, 2**40, 2**48 - 2])
def test_ids_sort_by_their_millisecond(now_ms):
    for _ in range(50):
        assert new_id("ev", now_ms) < new_id("ev", now_ms + 1)


def test_ids_sort_by_time_over_many_steps():
    ids = [new_id("ev", 1_795_305_600_000 + step**3) for step in range(1000)]
    assert all(earlier < later for earlier, later in pairwise(ids))


def test_ids_of_one_millisecond_are_distinct():
    assert len({new_id("ev", 7) for _ in range(100_000)}) == 100_000


def test_the_time_can_be_read_back():
    digits = "0123456789abcdefghjkmnpqrstvwxyz"
    number = 0
    for character in new_id("ev", 1_795_305_600_123).removeprefix("ev_"):
        number = number * 32 + digits.index(character)
    assert number >> 80 == 1_795_305_600_123


@pytest.mark.parametrize("now_ms", [-1, 2**48])
def test_a_time_out_of_range_is_refused(now_ms):
    with pytest.raises(ValueError, match="no time"):
        new_id("ev", now_ms)
