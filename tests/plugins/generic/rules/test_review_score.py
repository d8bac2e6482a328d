from sellervitals_generic.rules.review_score import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("coupang", "2016-09-06", "at_least", "85", "warn"),
        target=("above", "90"),
    )
