"""An error body is read, and is never a healthy seller."""

import pytest

from sellervitals_ebay.documents.error_body import read, recognises

NO_DATA = {
    "errors": [
        {"errorId": 54200, "domain": "API_ANALYTICS", "category": "REQUEST", "message": "No data available."}
    ]
}


def test_an_error_says_nothing_about_the_seller():
    assert recognises(NO_DATA)
    reading = read(NO_DATA)
    assert (reading.measurements, reading.sites, reading.ignored) == ((), (None,), ())
    [said] = reading.notices
    assert said.code == "no_data"
    assert "54200: No data available." in said.message


def test_another_error_is_no_missing_data():
    [said] = read({"errors": [{"errorId": 1001, "message": "Invalid access token"}]}).notices
    assert said.message.startswith("eBay answered with an error")


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"errors": []},
        {"errors": [{"code": "X"}]},
        {"errors": [{"errorId": "1"}]},
        {"errors": {}},
        [],
        None,
    ],
)
def test_errors_of_others_are_not_claimed(content):
    assert not recognises(content)
