from sellervitals_amazon.rules.food_and_product_safety_issues import RULE


def test_any_open_item_fails(holds_nothing_open):
    holds_nothing_open(RULE, "high")
