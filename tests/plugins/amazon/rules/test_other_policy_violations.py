from sellervitals_amazon.rules.other_policy_violations import RULE


def test_any_open_item_fails(holds_nothing_open):
    holds_nothing_open(RULE, "medium")
