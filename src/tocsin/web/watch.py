"""How the console is watched: one line of JSON for each request, metrics, and whether it lives."""

from __future__ import annotations

import ipaddress
import logging
import time
from typing import Final

from litestar import MediaType, Response, get
from litestar.exceptions import NotFoundException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from tocsin.web import security
from tocsin.web.node import HttpRequest
from tocsin.web.visitor import node_of

log = logging.getLogger("tocsin.web")
_STARTED: Final = "tocsin_started"
_NOWHERE: Final = "-"
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
"""Those that are told apart; a caller may write anything there."""


class Metrics:
    """What is counted of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter("tocsin_http_requests", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "tocsin_http_request_seconds", "Time to the beginning of an answer.", ("route",), registry=self.registry
        )


class Clock(ASGIMiddleware):
    """Notes when a request came."""

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Note it, and go on."""
        scope["state"][_STARTED] = time.perf_counter()
        await next_app(scope, receive, send)


async def answered(message: Message, scope: Scope) -> None:
    """Count and note a request when its answer begins. The route is noted as it is declared, without ids."""
    if message["type"] != "http.response.start":
        return
    route = scope.get("path_template") or _NOWHERE
    taken = time.perf_counter() - scope.get("state", {}).get(_STARTED, time.perf_counter())
    method, status = str(scope.get("method", "")), str(message["status"])
    method = method if method in _METHODS else _NOWHERE
    metrics: Metrics = scope["litestar_app"].state.metrics
    metrics.requests.labels(method, route, status).inc()
    metrics.seconds.labels(route).observe(taken)
    said = {"method": method, "route": route, "status": message["status"], "ms": round(taken * 1_000, 1)}
    log.info("request", extra={"said": said})


@get("/health", include_in_schema=False, opt={security.OPEN: True}, media_type=MediaType.TEXT, sync_to_thread=False)
def health() -> str:
    """Say that the server lives."""
    return "ok"


@get("/ready", include_in_schema=False, opt={security.OPEN: True}, media_type=MediaType.TEXT, sync_to_thread=True)
def ready(request: HttpRequest) -> str:
    """Say that it can read its store; anything else is an error 503."""
    node_of(request).store.organisations()
    return "ok"


@get("/metrics", include_in_schema=False, opt={security.OPEN: True}, sync_to_thread=False)
def metrics(request: HttpRequest) -> Response[bytes]:
    """Return the metrics for Prometheus, to this machine only: how much is asked here is nobody else's business."""
    forwarded = "forwarded" in request.headers or "x-forwarded-for" in request.headers
    if forwarded or not _is_here(request.client.host if request.client else ""):
        raise NotFoundException
    counted: Metrics = request.app.state.metrics
    return Response(generate_latest(counted.registry), headers={"content-type": CONTENT_TYPE_LATEST})


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


HANDLERS: Final = (health, ready, metrics)
