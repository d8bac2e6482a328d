from sellervitals_amazon.rules.received_ip_complaints import RULE


def test_any_open_item_fails(holds_nothing_open):
    holds_nothing_open(RULE, "high")
