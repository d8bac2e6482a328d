"""What to do against complaints of rights owners: by the right that is claimed."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

CAUSES: Mapping[str, tuple[sdk.Step, ...]] = {
    "counterfeit": (
        sdk.step("test-buy", "low", "compliance", keep="the notice, and the order of the test buy")(
            "Keep the offer closed, see whether the owner made a test buy and of which order, and inspect the"
            " rest of that lot."
        ),
        sdk.step("prove-source", "high", "purchasing", keep="supplier invoices, authorisation letter")(
            "Get invoices that cover what was sold and name the supplier with address, site and quantities."
        ),
    ),
    "trademark": (
        sdk.step(
            "prove-licence", "medium", "compliance", keep="letter of authorisation or licence, invoices"
        )("Get the owner's letter of authorisation or licence, or invoices that lead to the owner."),
        sdk.step("brand-off", "low", "catalog", keep="list of the ASINs closed")(
            "Without them do not list under that brand again, on no other ASIN either."
        ),
    ),
    "copyright": (
        sdk.step("own-content", "low", "catalog", keep="the listing before and after")(
            "Replace the images and texts named with your own."
        ),
        sdk.step("prove-rights", "medium", "compliance", keep="licence, or originals with their dates")(
            "Where they are yours or licensed, get the papers that show it."
        ),
    ),
    "patent": (
        sdk.step("registry-papers", "high", "compliance", keep="court or registry papers")(
            "Get the registry's entry for the patent and any court's ruling on it, with legal advice."
        ),
        sdk.step("no-relisting", "low", "catalog")(
            "Keep the item off sale until it is settled; other words or images do not change it."
        ),
    ),
}
