"""The server as an ASGI application. It answers in threads: what it calls is synchronous."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from anyio import fail_after
from anyio.to_thread import run_sync
from litestar import Litestar, Response, delete, get, post
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.params import FromPath

from tocsin import bootstrap
from tocsin.app import exchange
from tocsin.app.access import Access, missing
from tocsin.model.error import TocsinError
from tocsin.model.exchange import Slice
from tocsin.model.sentence import say
from tocsin.net.telling import speak
from tocsin.taxii import asked, errors, resources
from tocsin.taxii.asked import MediaTypeError, NotAcceptableError
from tocsin.taxii.errors import answer, words_of
from tocsin.taxii.node import (
    BROUGHT_AT_ONCE,
    BROUGHT_BY_ONE,
    PATIENCE,
    BusyError,
    HttpRequest,
    Node,
    SlowError,
    entered,
)
from tocsin.taxii.resources import BASE, LARGEST

_ALL: Final = "id type version spec_version"
_OF_ONE: Final = "version spec_version"
_COLLECTION: Final = f"{BASE}{{root:str}}/collections/{{collection:str}}"
_OBJECT: Final = f"{_COLLECTION}/objects/{{identity:str}}"


async def _answered(request: HttpRequest, root: str | None, work: Callable[[Access], Response[bytes]]) -> Any:
    """Recognise who asks, and answer. Raises NotFoundError for an API root that is another's."""
    node: Node = request.app.state.node
    if not asked.accepts(request.headers.get("accept")):
        raise NotAcceptableError(
            say("only TAXII 2.1 is spoken here"), say("Accept %(kind)s, or leave the header out.", kind=asked.TAXII)
        )
    if any(asked.is_odd(str(one)) for one in request.path_params.values()):
        raise missing("")
    header = request.headers.get("authorization")
    return await run_sync(partial(_within, node, header, root, work), limiter=node.slots)


def _within(node: Node, header: str | None, root: str | None, work: Callable[[Access], Response[bytes]]) -> Any:
    access = entered(node, header)
    if root is not None and access.actor.organisation != root:
        raise missing(root)
    return work(access)


@get(BASE)
async def discovery(request: HttpRequest) -> Response[bytes]:
    """Return where the partner's collections are."""

    def work(access: Access) -> Response[bytes]:
        root = f"{BASE}{access.actor.organisation}/"
        return answer(resources.discovery(exchange.host(access), root))

    found: Response[bytes] = await _answered(request, None, work)
    return found


@get(f"{BASE}{{root:str}}")
async def api_root(request: HttpRequest, root: FromPath[str]) -> Response[bytes]:
    """Return what is spoken here."""
    found: Response[bytes] = await _answered(
        request, root, lambda access: answer(resources.api_root(exchange.host(access)))
    )
    return found


@get(f"{BASE}{{root:str}}/status/{{receipt:str}}")
async def status(request: HttpRequest, root: FromPath[str], receipt: FromPath[str]) -> Response[bytes]:
    """Return what became of what was brought."""

    def work(access: Access) -> Response[bytes]:
        return answer(resources.status(exchange.status(access, receipt), words_of(request)))

    found: Response[bytes] = await _answered(request, root, work)
    return found


@get(f"{BASE}{{root:str}}/collections")
async def collections(request: HttpRequest, root: FromPath[str]) -> Response[bytes]:
    """Return the partner's collections."""
    found: Response[bytes] = await _answered(
        request, root, lambda access: answer(resources.collections(exchange.offered(access)))
    )
    return found


@get(_COLLECTION)
async def collection(request: HttpRequest, root: FromPath[str], collection: FromPath[str]) -> Response[bytes]:
    """Return one of them."""

    def work(access: Access) -> Response[bytes]:
        return answer(resources.encoded(resources.collection(exchange.offer(access, collection))))

    found: Response[bytes] = await _answered(request, root, work)
    return found


async def _page(
    request: HttpRequest, root: str, fields: str, find: Callable[[Access, Any], Slice], show: Callable[[Slice], bytes]
) -> Response[bytes]:
    def work(access: Access) -> Response[bytes]:
        page = find(access, asked.wanted(list(request.query_params.multi_items()), fields=fields))
        return answer(show(page), headers=resources.added(page))

    found: Response[bytes] = await _answered(request, root, work)
    return found


@get(f"{_COLLECTION}/manifest")
async def manifest(request: HttpRequest, root: FromPath[str], collection: FromPath[str]) -> Response[bytes]:
    """Return what is known of objects."""

    def find(access: Access, wanted: Any) -> Slice:
        return exchange.manifest(access, collection, wanted)

    return await _page(request, root, _ALL, find, resources.manifest)


@get(f"{_COLLECTION}/objects")
async def objects(request: HttpRequest, root: FromPath[str], collection: FromPath[str]) -> Response[bytes]:
    """Return objects."""

    def find(access: Access, wanted: Any) -> Slice:
        return exchange.objects(access, collection, wanted)

    return await _page(request, root, _ALL, find, resources.envelope)


@get(_OBJECT)
async def object_of(
    request: HttpRequest, root: FromPath[str], collection: FromPath[str], identity: FromPath[str]
) -> Response[bytes]:
    """Return versions of an object."""

    def find(access: Access, wanted: Any) -> Slice:
        return exchange.object_of(access, collection, identity, wanted)

    return await _page(request, root, _OF_ONE, find, resources.envelope)


@get(f"{_OBJECT}/versions")
async def versions(
    request: HttpRequest, root: FromPath[str], collection: FromPath[str], identity: FromPath[str]
) -> Response[bytes]:
    """Return what versions of an object there are."""

    def find(access: Access, wanted: Any) -> Slice:
        return exchange.versions(access, collection, identity, wanted)

    return await _page(request, root, "spec_version", find, resources.versions)


@post(f"{_COLLECTION}/objects")
async def bring(request: HttpRequest, root: FromPath[str], collection: FromPath[str]) -> Response[bytes]:
    """Add objects. Who brings them is recognised before any of them is read."""
    node: Node = request.app.state.node

    who = ""

    def may(access: Access) -> Response[bytes]:
        nonlocal who
        who = access.actor.id
        exchange.may_bring(access, collection)
        return answer(b"")

    await _answered(request, root, may)
    if not asked.brings(request.headers.get("content-type")):
        raise MediaTypeError(
            say("only TAXII 2.1 is spoken here"), say("Send it as %(kind)s.", kind=asked.TAXII)
        )  # fmt: skip
    if node.brought.total() >= BROUGHT_AT_ONCE or node.brought[who] >= BROUGHT_BY_ONE:
        raise BusyError(say("too much is brought at this moment"), say("Try again in a few seconds."))
    node.brought[who] += 1
    try:
        raw = await _body(request)

        def work(access: Access) -> Response[bytes]:
            receipt = exchange.bring(access, collection, raw)
            return answer(resources.status(receipt, words_of(request)), 202)

        found: Response[bytes] = await _answered(request, root, work)
    finally:
        node.brought -= Counter([who])
    return found


async def _body(request: HttpRequest) -> bytes:
    try:
        with fail_after(PATIENCE):
            return await request.body()
    except TimeoutError as error:
        raise SlowError(
            say("what is brought comes too slowly"), say("Send the objects in several requests.")
        ) from error


@delete(_OBJECT, status_code=200)
async def withdraw(
    request: HttpRequest, root: FromPath[str], collection: FromPath[str], identity: FromPath[str]
) -> Response[bytes]:
    """Delete an object, or versions of it."""

    def work(access: Access) -> Response[bytes]:
        wanted = asked.wanted(list(request.query_params.multi_items()), usual=("all",), fields=_OF_ONE)
        exchange.withdraw(access, collection, identity, wanted)
        return answer(b"{}")

    found: Response[bytes] = await _answered(request, root, work)
    return found


def create(node: Node) -> Litestar:
    """Return the application on a node."""
    return Litestar(
        route_handlers=[
            discovery, api_root, status, collections, collection, manifest, objects, object_of, versions, bring,
            withdraw,
        ],
        state=State({"node": node}),
        exception_handlers={
            TocsinError: errors.told, HTTPException: errors.refused, Exception: errors.broken,
        },
        request_max_body_size=LARGEST,
        logging_config=None,
        openapi_config=None,
    )  # fmt: skip


def serve() -> Litestar:
    """Return the application of this machine's node, and let its log speak JSON: what a server is told to run."""
    speak()
    return create(Node(bootstrap.make_store(), bootstrap.now, bootstrap.make_chance()))
