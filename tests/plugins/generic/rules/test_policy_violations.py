from sellervitals_generic.rules.policy_violations import RULE


def test_the_lines_of_the_profiles_and_the_callers_own(holds):
    holds(
        RULE,
        ("newegg", "2015-01-01", "at_most", "0", "fail"),
        target=("at_most", "2"),
    )
