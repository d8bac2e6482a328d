import pytest

from sellervitals_shopee.documents import ALL
from sellervitals_shopee.documents.error_answer import DOCUMENT, read, recognises

FULL = {"metric_list": [], "overall_performance": {"rating": 4}}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ({"error": "error_auth", "message": "", "request_id": "r"}, "error_auth"),
        ({"error": "error_auth", "request_id": "r", "response": None}, "error_auth"),
        ({"error": "SERVER_ERROR", "request_id": "r", "response": FULL}, "SERVER_ERROR"),
        ({"error": "", "message": "", "request_id": "r"}, "no_response"),
        ({"error": "", "message": "", "request_id": "r", "response": None}, "no_response"),
        ({"error": "", "message": "", "request_id": "r", "response": {}}, "no_response"),
        ({"error": None, "request_id": "r"}, "no_response"),
    ],
)
def test_an_answer_without_data_is_recognised_by_nobody_else(content, word):
    assert [each for each in ALL if each.recognises(content)] == [DOCUMENT]
    (found,) = read(content).measurements
    assert (found.metric, found.value) == ("api_answer", word)


@pytest.mark.parametrize(
    "content",
    [
        {"error": "", "request_id": "r", "response": FULL},
        {"error": "not_found", "message": "m", "status": 404, "cause": []},
        {"code": "0", "request_id": "r"},
        {"error": "x"},
        {"request_id": "r"},
        [],
        None,
    ],
)
def test_other_answers_are_left_to_others(content):
    assert not recognises(content)


def test_an_error_never_gives_a_score_nor_a_level(judge_all):
    for word in ("error_auth", "", "shop_banned", "anything"):
        given = read({"error": word, "request_id": "r"}).measurements
        judged = judge_all(given)
        assert judged.score.value is None
        assert judged.score.band == "unknown"
        assert judged.level is None
        (found,) = (each for each in judged.findings if each.rule.id == "shopee.api-answer")
        assert found.outcome == ("fail" if word == "shop_banned" else "warn")


def test_the_message_of_shopee_is_said(payload):
    (notice,) = read(payload("error_no_permission.composed")).notices
    assert notice.message == "Shopee says: This app type has no permission to this API."
