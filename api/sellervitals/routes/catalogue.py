"""What can be looked up: rules with all dated limits, metrics, marketplaces, documents, plugins."""

from __future__ import annotations

from flask import Response, g

from sellervitals.domain.limit import EVERYWHERE
from sellervitals.openapi import Blueprint, answer, path_parameter
from sellervitals.problems import RefusedError
from sellervitals.routes.service import json_answer, service
from sellervitals.schemas.catalogue import (
    MarketplaceListSchema,
    MarketplaceQuerySchema,
    MarketplaceSchema,
    MetricListSchema,
    NativeDocumentListSchema,
    PluginListSchema,
    RuleListSchema,
    RuleQuerySchema,
    RuleSchema,
)

blueprint = Blueprint("catalogue", __name__, url_prefix="/v1", description="What the service knows.")


@blueprint.operation(
    "GET",
    "/rules",
    query=RuleQuerySchema,
    answers={200: answer("The rules, by id.", RuleListSchema, example="rules")},
)
def list_rules() -> Response:
    """List the rules.

    Each with every dated limit and its source, so that a verdict can be checked by hand.
    """
    marketplace, site = g.query.get("marketplace"), g.query.get("site")
    return json_answer(
        {
            "data": [
                each
                for each in service().judge.catalogue.rules.values()
                if marketplace in {None, each["marketplace"]}
                and (site is None or site in each["sites"] or EVERYWHERE in each["sites"])
            ]
        }
    )


@blueprint.operation(
    "GET",
    "/rules/<rule_id>",
    parameters=path_parameter("rule_id", "The id of a rule.", "bazaar.late-parcels"),
    answers={200: answer("The rule.", RuleSchema)},
    problems=("not-found",),
)
def read_rule(rule_id: str) -> Response:
    """Read a rule.

    With every dated limit, its steps and its sources.
    """
    found = service().judge.catalogue.rules.get(rule_id)
    if found is None:
        raise RefusedError("not-found", "There is no such rule.")
    return json_answer(found)


@blueprint.operation(
    "GET",
    "/metrics",
    query=MarketplaceQuerySchema,
    answers={200: answer("The metrics, by marketplace.", MetricListSchema, example="metrics")},
)
def list_metrics() -> Response:
    """List the metrics.

    These ids are what `metrics` of a request may hold.
    """
    marketplace = g.query.get("marketplace")
    known = service().judge.catalogue.metrics
    return json_answer({"data": [each for each in known if marketplace in {None, each["marketplace"]}]})


@blueprint.operation(
    "GET",
    "/marketplaces",
    answers={200: answer("The marketplaces.", MarketplaceListSchema, example="marketplaces")},
)
def list_marketplaces() -> Response:
    """List the marketplaces.

    Each with its sites, metrics, documents, rules and weights.
    """
    return json_answer({"data": list(service().judge.catalogue.marketplaces.values())})


@blueprint.operation(
    "GET",
    "/marketplaces/<marketplace_id>",
    parameters=path_parameter("marketplace_id", "The id of a marketplace.", "bazaar"),
    answers={200: answer("The marketplace.", MarketplaceSchema)},
    problems=("not-found",),
)
def read_marketplace(marketplace_id: str) -> Response:
    """Read a marketplace.

    With its sites, metrics, documents, rules and weights.
    """
    found = service().judge.catalogue.marketplaces.get(marketplace_id)
    if found is None:
        raise RefusedError("not-found", "There is no such marketplace.")
    return json_answer(found)


@blueprint.operation(
    "GET",
    "/documents",
    query=MarketplaceQuerySchema,
    answers={200: answer("The documents.", NativeDocumentListSchema, example="documents")},
)
def list_documents() -> Response:
    """List the native documents that are understood.

    Post one as it is, or in `documents` of a request.
    """
    marketplace = g.query.get("marketplace")
    known = service().judge.catalogue.documents
    return json_answer({"data": [each for each in known if marketplace in {None, each["marketplace"]}]})


@blueprint.operation(
    "GET",
    "/plugins",
    answers={200: answer("The plugins.", PluginListSchema, example="plugins")},
)
def list_plugins() -> Response:
    """List the installed plugins.

    Also those that are blocked or could not be loaded, and why.
    """
    return json_answer({"data": service().judge.catalogue.plugins})
