"""What to do against violations of the rules, and against counterfeit items."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("list-with-reasons", "low", "compliance", days=0, keep="the notices")(
        "List the items or acts that were objected to, each with the reason given and its deadline."
    ),
    sdk.step("remove-first", "low", "compliance", days=0)(
        "Take prohibited and doubtful items off sale first; never put them up again unchanged."
    ),
    sdk.step(
        "collect-papers", "medium", "purchasing", keep="invoices, letters of authorisation, certificates"
    )("Collect invoices and the brands' authorisations for what stays."),
    sdk.step("scan-the-rest", "medium", "catalog")(
        "Search all other listings for the same brands, words and pictures."
    ),
    sdk.step("appeal-wrong-ones", "medium", "compliance", keep="the appeal and its answer")(
        "Appeal the ones that are wrong, each with its own papers; admit those that are right."
    ),
    sdk.step("teach", "low", "management")(
        "Show whoever lists or buys what went wrong, and check new items before they go up."
    ),
)
