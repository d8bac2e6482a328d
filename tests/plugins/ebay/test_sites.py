"""Programs follow the buyer's country; documents name listing sites."""

import pytest

from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.sites import program_of


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("EBAY_US", "PROGRAM_US"),
        ("ebay_motors_us", "PROGRAM_US"),
        ("EBAY_GB", "PROGRAM_UK"),
        ("EBAY_IE", "PROGRAM_UK"),
        ("EBAY_DE", "PROGRAM_DE"),
        ("EBAY_AT", "PROGRAM_DE"),
        ("EBAY_CH", "PROGRAM_DE"),
        ("EBAY_AU", "PROGRAM_GLOBAL"),
        ("EBAY_FR", "PROGRAM_GLOBAL"),
        ("AMAZON_US", None),
        ("", None),
    ],
)
def test_a_listing_site_belongs_to_a_program(name, program):
    assert program_of(name) == program


def test_the_programs_are_the_sites():
    assert tuple(EBAY.sites) == ("PROGRAM_US", "PROGRAM_UK", "PROGRAM_DE", "PROGRAM_GLOBAL")
    assert all(program_of(native) == site for site, native in EBAY.site_ids.items())
