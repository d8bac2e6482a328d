import pytest

from sellervitals_amazon.sites import MARKETPLACE_IDS, SITE_BY_MARKETPLACE_ID, SITES, site_named


def test_all_23_stores_have_a_name_and_an_id_of_their_own():
    assert len(SITES) == len(MARKETPLACE_IDS) == len(SITE_BY_MARKETPLACE_ID) == 23
    assert set(SITES) == set(MARKETPLACE_IDS)
    assert all(SITE_BY_MARKETPLACE_ID[ident] == site for site, ident in MARKETPLACE_IDS.items())


def test_ids_are_those_that_amazon_writes():
    assert MARKETPLACE_IDS["US"] == "ATVPDKIKX0DER"
    assert MARKETPLACE_IDS["UK"] == "A1F83G8C2ARO7P"
    assert MARKETPLACE_IDS["DE"] == "A1PA6795UKMFR9"
    assert MARKETPLACE_IDS["JP"] == "A1VC38T7YXB528"


@pytest.mark.parametrize(
    ("word", "site"),
    [
        ("US", "US"),
        ("Amazon.com", "US"),
        ("United States", "US"),
        ("ATVPDKIKX0DER", "US"),
        ("www.amazon.co.uk", "UK"),
        ("GB", "UK"),
        (" amazon.de ", "DE"),
        ("amazon.com.mx", "MX"),
        ("amazon.co.jp", "JP"),
        ("amazon.com.au", "AU"),
        ("amazon.com.be", "BE"),
        ("Turkey", "TR"),
        ("amazon", None),
        ("", None),
        ("XX", None),
    ],
)
def test_a_store_is_known_by_every_name_that_documents_use(word, site):
    assert site_named(word) == site


def test_every_store_is_known_by_its_name_its_code_and_its_id():
    for site, name in SITES.items():
        assert {site_named(each) for each in (site, name, MARKETPLACE_IDS[site])} == {site}
