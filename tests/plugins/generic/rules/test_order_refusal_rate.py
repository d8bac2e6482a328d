from sellervitals_generic.rules.order_refusal_rate import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("rakuten_fr", "2020-01-01", "at_most", "5 %", "warn"),
        target=("below", "3 %"),
    )
