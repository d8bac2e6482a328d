"""Contact response time: the share of buyer messages answered within 24 hours."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.contact-response-time",
    title="Contact response time",
    why="Amazon asks for an answer within 24 hours; late ones have no sanction but end as claims.",
    metric="contact_response_24h",
    severity=sdk.Severity.LOW,
    limits=(
        sdk.limit(
            "2020-01-01",
            announced="2020-01-01",
            must_be="at_least",
            warn=sdk.percent("90"),
            trust="suggested",
            source="contact-response",
            note="Its first day is not published; the table starts with 2020. The 24 hours, weekends and"
            " holidays included, are reported alike by several sources; which share of messages must keep"
            " them is published nowhere, and 90 % is this project's own suggestion.",
        ),
    ),
    steps=(
        sdk.step("answer-all", "medium", "customer_service", channel="Buyer-Seller Messages", days=1)(
            "Answer every open message, oldest first; one that is open after 24 hours is late already."
        ),
        sdk.step("no-response-needed", "low", "customer_service", channel="Buyer-Seller Messages")(
            "Mark what asks nothing as needing no response: that takes it out of the count."
        ),
        sdk.step("spam-filter", "low", "engineering")(
            "Look into the spam filter and the forwarding of the mailbox that receives the messages."
        ),
        sdk.step("weekend-cover", "medium", "management")(
            "Have somebody answer on weekends and holidays, for the clock does not stop."
        ),
        sdk.step("templates", "medium", "customer_service")(
            "Prepare answers to the five most frequent questions."
        ),
    ),
    references=cite("contact-response"),
    since="0.1",
)
