"""Long lists are read in time that grows with them and no faster."""

from time import process_time

from sellervitals_shopee.documents import late_orders


def _seconds(orders):
    entry = {"order_sn": "A", "late_by_days": 1, "shipping_deadline": 1660211779}
    content = {"error": "", "response": {"late_order_list": [dict(entry) for _ in range(orders)]}}

    def once():
        started = process_time()
        assert late_orders.read(content).measurements[0].value == orders
        return process_time() - started

    return min(once() for _ in range(3))


def test_time_grows_with_the_number_of_orders_and_not_faster():
    assert _seconds(8000) < 3 * 4 * _seconds(2000)
