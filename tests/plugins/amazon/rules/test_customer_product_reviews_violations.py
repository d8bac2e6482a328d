from sellervitals_amazon.rules.customer_product_reviews_violations import RULE


def test_any_open_item_fails(holds_nothing_open):
    holds_nothing_open(RULE, "critical")
