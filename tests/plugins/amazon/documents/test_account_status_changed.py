"""The notification ACCOUNT_STATUS_CHANGED in every wrapping it may come in."""

import json
from datetime import UTC, date, datetime

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.account_status_changed import read, recognises


def notification(before="NORMAL", after="AT_RISK", at="2026-11-20T19:42:04.284Z", **more):
    change = {"previousAccountStatus": before, "currentAccountStatus": after}
    return {
        "notificationVersion": "1.0",
        "notificationType": "ACCOUNT_STATUS_CHANGED",
        "payloadVersion": "2021-01-01",
        "eventTime": at,
        "payload": {"accountStatusChangeNotification": change},
        **more,
    }


def pascal(value):
    if isinstance(value, dict):
        return {key[0].upper() + key[1:]: pascal(each) for key, each in value.items()}
    return value


def told(content):
    return {each.metric: each.value for each in read(content).measurements}


METADATA = {"notificationMetadata": {"applicationId": "a", "subscriptionId": "s"}}
TEXT = json.dumps(notification())


@pytest.mark.parametrize(
    "content",
    [
        notification(),
        notification(**METADATA),
        pascal(notification(**METADATA)),
        TEXT,
        {"Body": TEXT, "MessageId": "m", "ReceiptHandle": "r"},
        {"body": TEXT},
        {"Messages": [{"Body": json.dumps(pascal(notification()))}]},
        {"Records": [{"body": json.dumps({"Type": "Notification", "Message": TEXT})}]},
        {"payload": notification()["payload"], "eventTime": "2026-11-20T20:42:04+01:00"},
    ],
)
def test_it_is_read_in_every_wrapping(content):
    assert recognises(content)
    reading = read(content)
    assert told(content) == {"account_status": "AT_RISK", "account_status_change": "NORMAL -> AT_RISK"}
    assert (reading.sites, reading.seller_id) == ((None,), None)
    assert reading.observed_at.replace(microsecond=0) == datetime(2026, 11, 20, 19, 42, 4, tzinfo=UTC)
    status, change = reading.measurements
    assert (status.window, status.good) == (None, False)
    assert change.window == sdk.Window(date(2026, 11, 20), date(2026, 11, 20))
    assert reading.notices == reading.ignored == ()


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        None,
        "text",
        "{",
        '{"accountStatusChangeNotification',
        {"notificationType": "ORDER_CHANGE", "payload": {"orderChangeNotification": {}}},
        {"Body": "{not json with accountStatusChangeNotification"},
        {"Messages": [{"Body": 5}, None], "Records": 7},
    ],
)
def test_anything_else_is_not_claimed(content):
    assert not recognises(content)


def test_of_several_the_newest_is_judged_and_the_others_are_history():
    batch = [
        notification("AT_RISK", "NORMAL", "2026-11-20T00:00:00Z"),
        notification("AT_RISK", "NORMAL", "2026-11-20T00:00:00Z"),
        notification("NORMAL", "AT_RISK", "2026-11-10T00:00:00Z"),
        notification("NORMAL", "AT_RISK", "2026-11-10T00:00:00Z"),
    ]
    content = {"Messages": [{"Body": json.dumps(each)} for each in batch]}
    assert told(content) == {"account_status": "NORMAL", "account_status_change": "AT_RISK -> NORMAL"}
    [older] = read(content).history
    assert (older.value, older.window.end) == ("NORMAL -> AT_RISK", date(2026, 11, 10))


def test_words_are_kept_as_written_and_unknown_ones_named():
    found = read(notification("NORMAL", "Purple"))
    assert [each.value for each in found.measurements] == ["Purple", "NORMAL -> Purple"]
    assert [each.code for each in found.notices] == ["unknown_word"]


def test_what_is_missing_is_missing():
    assert told(notification(before=None)) == {"account_status": "AT_RISK"}
    for broken in (notification(after=None), notification(after=5), notification(payload=None)):
        with pytest.raises(sdk.UnreadableError):
            read(broken)
    odd = read(notification(at="yesterday"))
    assert (odd.observed_at, odd.measurements[1].window) == (None, None)
    assert [each.pointer for each in odd.notices] == ["/eventTime"]
    assert [each.pointer for each in read(notification(new=1)).ignored] == ["/new"]


def test_what_is_not_known_is_listed_on_every_level():
    told_more = notification()
    told_more["payload"]["seller"] = "A1"
    told_more["payload"]["accountStatusChangeNotification"]["reason"] = "late"
    inner = "/payload/accountStatusChangeNotification"
    for content, places in (
        (told_more, [f"{inner}/reason", "/payload/seller"]),
        (pascal(told_more), ["/Payload/AccountStatusChangeNotification/Reason", "/Payload/Seller"]),
    ):
        assert [each.pointer for each in read(content).ignored] == places
