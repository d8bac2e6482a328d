"""The application: plugins, engine, store, routes, errors, in this order; nothing happens at import."""

from __future__ import annotations

import gc

import orjson
from flask import Flask

from sellervitals import errors, gate, openapi, plugins
from sellervitals.config import Settings
from sellervitals.frame import Frame
from sellervitals.judge import Judge
from sellervitals.logs import request_log
from sellervitals.routes import (
    accounts,
    anomalies,
    calendar,
    catalogue,
    diff,
    documentation,
    evaluations,
    forecasts,
    health,
    imports,
    plan_of_action,
    portfolio,
    profiles,
    reconciliations,
    replay,
    series,
    simulations,
    trace,
    waivers,
)
from sellervitals.routes.service import Service, storage_problem
from sellervitals.store import StorageError, Store

_RESOURCES = (
    accounts,
    anomalies,
    calendar,
    catalogue,
    diff,
    documentation,
    evaluations,
    forecasts,
    health,
    imports,
    plan_of_action,
    portfolio,
    profiles,
    reconciliations,
    replay,
    series,
    simulations,
    trace,
    waivers,
)
"""By name: the document lists their tags in this order."""
_ORDER = ("openapi", "info", "servers", "security", "tags", "paths", "components")


def create_app(settings: Settings) -> Flask:
    """Build the application; call it after a fork, because it opens the store.

    Raises:
        PluginError: what a plugin says cannot be used.
        StorageError: the database cannot be opened.
    """
    judge = Judge(
        plugins.discover(settings.blocked_plugins, strict=settings.strict_plugins, weights=settings.weights)
    )
    store = Store.open(settings.database_url, synchronous=settings.synchronous)
    app = Flask("sellervitals", static_folder=None)
    app.url_map.merge_slashes = False
    app.extensions["sellervitals"] = parts = Service(settings, judge, store)
    app.before_request(gate.check)
    api = openapi.describe(app)
    for resource in _RESOURCES:
        api.register_blueprint(resource.blueprint)
    described = api.spec.to_dict()
    parts.openapi = orjson.dumps({name: described[name] for name in _ORDER})
    errors.register(app)
    app.register_error_handler(StorageError, storage_problem)
    app.wsgi_app = Frame(app.wsgi_app, request_log(settings.log_level))  # type: ignore[method-assign]
    gc.collect()
    gc.freeze()  # what is here now stays: no collection needs to look at it again
    return app
