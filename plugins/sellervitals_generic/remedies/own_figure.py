"""What helps with any figure, whatever it is."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("read-the-rule", "low", "management", keep="a dated copy of the rule")(
        "Read in the marketplace's own rules what exactly is counted, over which days, and what follows."
    ),
    sdk.step("list-cases", "low", "operations", keep="the list")(
        "List the cases behind the figure and sort them by cause, item, person and day."
    ),
    sdk.step("stop-the-bleeding", "low", "operations", days=0)(
        "Stop what adds new cases today: pause the item, the service or the promise that causes most of them."
    ),
    sdk.step("settle-open-cases", "medium", "customer_service", keep="what was done in each case")(
        "Put open cases right, those with the nearest deadline first."
    ),
    sdk.step("fix-top-cause", "high", "operations", keep="what was changed and when")(
        "Put the most frequent cause right for good, and note the day of the change."
    ),
    sdk.step("ask-to-leave-out", "low", "management", keep="proof for each case")(
        "Ask the marketplace to leave out cases that are wrong or not yours, each with proof."
    ),
    sdk.step("look-again", "low", "management")(
        "Measure daily; judge the change after one full window, for older cases stay in the figure"
        " until then."
    ),
)
