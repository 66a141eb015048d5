"""The HTTP API: each use case that declares a method and a path, with a token in the Authorization header.

Handlers are made from the declarations, so that none is forgotten and none says anything else. What a use case takes
besides its subject comes from the path, from the query of a GET, else from the JSON body; what it needs of this node
(the judge, the signer and so on) comes from the node.
"""

from __future__ import annotations

import inspect
import io
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from types import GenericAlias
from typing import Annotated, Any, BinaryIO, Final, get_args, get_origin

import msgspec
from anyio.to_thread import run_sync
from litestar import Response, Router, delete, get, post, put
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Struct

import tocsin
from tocsin.app import (  # noqa: F401 - importing them declares them
    accounts,
    answers,
    ask,
    assessments,
    cases,
    circles,
    claims,
    collecting,
    comparing,
    consents,
    credentials,
    directory,
    disrupt,
    evidence,
    figures,
    glass,
    handover,
    incidents,
    invitations,
    likely,
    log,
    mail,
    operations,
    outcomes,
    overrides,
    participants,
    partners,
    people,
    queue,
    receiving,
    sending,
    sessions,
    share,
    sign_in,
    signing,
    statement,
    submission,
    taking_back,
    tasks,
    telling,
    usefulness,
    victims,
)
from tocsin.app.access import USE_CASES, Exempt, UseCase, missing
from tocsin.app.identify import Judge
from tocsin.app.ports import AccountReader, Ocr
from tocsin.app.rights import Right
from tocsin.formats.checkpoint import Signer
from tocsin.web import security
from tocsin.web.errors import Problem
from tocsin.web.node import HttpRequest, Node
from tocsin.web.visitor import access_of, node_of

_METHODS: Final = {"GET": get, "POST": post, "PUT": put, "DELETE": delete}
_PORTS: Final[dict[Any, Callable[[Node], Any]]] = {
    Judge: lambda node: node.judge,
    Signer: lambda node: node.signer,
    Ocr: lambda node: node.ocr,
    AccountReader: lambda node: node.accounts,
}
_LIMITS: Final = {Right.ASK: 60, Right.JUDGE: 60, Right.ATTRIBUTE: 60}
"""Requests a minute from one token, of all that takes the right."""
_SECURITY: Final = "token"
_PROBLEMS: Final = {
    status: ResponseSpec(Problem, generate_examples=False, description=description)
    for status, description in {
        400: "The request cannot be meant.",
        401: "Nobody has said who it is.",
        403: "This takes a right that is not there, or a second person.",
        404: "There is no such thing, or none that the one who asks may know of.",
        413: "Too large.",
        429: "Too often.",
        503: "The store cannot be read or written.",
    }.items()
}


class Call(Struct, frozen=True):
    """How a use case is called by HTTP: what of its parameters comes from where."""

    case: UseCase
    method: str
    path: str
    """As the declaration writes it: `/v1/people/{person}`."""
    in_path: dict[str, Any]
    in_query: dict[str, Any]
    """Type and default by name."""
    in_body: dict[str, tuple[Any, Any]]
    ports: dict[str, Any]
    gives: Any
    """The type of the answer."""


def calls() -> list[Call]:
    """Return how each use case is called that is reached by HTTP."""
    return [_call(case) for case in USE_CASES.values() if not isinstance(case.http, Exempt)]


def _call(case: UseCase) -> Call:
    method, _, path = case.http.partition(" ")
    body = inspect.unwrap(case.function)
    hints = typing.get_type_hints(body)
    made = Call(case, method, path, {}, {}, {}, {}, hints["return"])
    for name, parameter in list(inspect.signature(body).parameters.items())[1:]:
        kind, default = hints[name], parameter.default
        if port := _port(kind):
            made.ports[name] = port
        elif f"{{{name}}}" in path:
            made.in_path[name] = kind
        elif method == "GET":
            made.in_query.update(_flat(name, kind, default))
        else:
            made.in_body[name] = (_taken(kind), default)
    return made


def _port(kind: Any) -> Any:
    parts = get_args(kind) if get_origin(kind) is not None or hasattr(kind, "__args__") else (kind,)
    return next((one for one in (*parts, kind) if one in (*_PORTS, BinaryIO)), None)


def _flat(name: str, kind: Any, default: Any) -> dict[str, tuple[Any, Any]]:
    """The fields of a struct stand in a query each for itself."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        return {field.name: (field.type, field.default) for field in msgspec.structs.fields(kind)}
    return {name: (kind, default)}


def _taken(kind: Any) -> Any:
    """Any iterable is a list in JSON."""
    return GenericAlias(list, get_args(kind)[:1]) if get_origin(kind) in (Iterable, Sequence) else kind


def handler(one: Call) -> HTTPRouteHandler:
    """Return the handler of a use case."""
    fields = [(name, *_field(kind, default)) for name, (kind, default) in one.in_body.items()]
    title = "".join(part.title() for part in one.case.name.replace(".", "_").split("_"))
    form = msgspec.defstruct(f"{title}Body", sorted(fields, key=len), kw_only=True) if fields else None

    async def endpoint(request: HttpRequest, **given: Any) -> Any:
        return await run_sync(_answer, one, request, given)

    parameters = [_parameter("request", HttpRequest)]
    parameters += [_parameter(name, _PATH[_in_path(kind)]) for name, kind in one.in_path.items()]
    parameters += [
        _parameter(f"q_{name}", *_query(name, kind, default)) for name, (kind, default) in one.in_query.items()
    ]
    if form:
        body = JSONBody[form]  # type: ignore[valid-type]  # the form is made while the program runs
        parameters.append(_parameter("data", body))
    gives = _given(one.gives)
    endpoint.__signature__ = inspect.Signature(parameters, return_annotation=gives)  # type: ignore[attr-defined]  # PEP 362; typeshed lacks it
    endpoint.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": gives}
    endpoint.__doc__ = one.case.function.__doc__
    endpoint.__name__ = one.case.name.replace(".", "_")
    path = one.path
    for name, kind in one.in_path.items():
        path = path.replace(f"{{{name}}}", f"{{{name}:{_in_path(kind).__name__}}}")
    costly = security.COSTLY.get(one.case.name)
    limited = costly or (_LIMITS.get(one.case.right) if one.method != "GET" else None)
    counted = one.case.name if costly else one.case.right.value
    made: HTTPRouteHandler = _METHODS[one.method](
        path,
        status_code=204 if one.gives is type(None) else 200,
        operation_id=one.case.name,
        tags=[one.case.name.partition(".")[0]],
        summary=(one.case.function.__doc__ or "").partition("\n")[0],
        description="Takes the right "
        + " and ".join(f"`{right.value}`" for right in (one.case.right, *one.case.also))
        + ".",
        security=[{_SECURITY: []}],
        opt={security.RIGHT: one.case.right},
        middleware=[
            *([security.Limit(counted, limited, reads=bool(costly))] if limited else []),
            *([security.Brings()] if _is_large(one) else []),
        ],
        request_max_body_size=security.LARGEST_MAIL if _is_large(one) else security.LARGEST,
        responses=_PROBLEMS,
        media_type="application/octet-stream" if one.gives is bytes else "application/json",
    )(endpoint)
    return made


_PATH: Final[dict[type, Any]] = {int: FromPath[int], str: FromPath[str]}


def _in_path(kind: Any) -> type:
    return int if kind is int else str


def _parameter(name: str, kind: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _field(kind: Any, default: Any) -> tuple[Any, ...]:
    if default is inspect.Parameter.empty:
        return (kind,)
    return (kind, msgspec.field(default_factory=partial(list, default)) if isinstance(default, tuple) else default)


def _query(name: str, kind: Any, default: Any) -> tuple[Any, Any]:
    if name == "limit":
        return Annotated[int, QueryParameter(name=name, ge=1, le=500)], default
    return Annotated[kind, QueryParameter(name=name)], default


def _given(kind: Any) -> Any:
    if get_origin(kind) is Iterator:
        return GenericAlias(list, get_args(kind)[:1])
    return kind


def _is_large(one: Call) -> bool:
    return any(kind in (bytes, list[bytes]) or "Collected" in str(kind) for kind, _ in one.in_body.values())


def _answer(one: Call, request: HttpRequest, given: dict[str, Any]) -> Any:
    node = node_of(request)
    named = {name.removeprefix("q_"): value for name, value in given.items() if name != "data"}
    if (data := given.get("data")) is not None:
        named |= {name: getattr(data, name) for name in one.in_body}
    access = access_of(request)
    named |= {name: _converted(named[name], kind) for name, kind in one.in_path.items()}
    named = _nested(one, named)
    out = io.BytesIO() if BinaryIO in one.ports.values() else None
    named |= {name: out if kind is BinaryIO else _PORTS[kind](node) for name, kind in one.ports.items()}
    return _finished(one, one.case.function(access, **named), out)


def _converted(value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        raise missing(str(value)) from None


def _nested(one: Call, named: dict[str, Any]) -> dict[str, Any]:
    """Put what stands flat in a query back into the struct that the use case takes."""
    hints = typing.get_type_hints(inspect.unwrap(one.case.function))
    for name, kind in hints.items():
        if one.method == "GET" and isinstance(kind, type) and issubclass(kind, Struct) and name != "return":
            fields = kind.__struct_fields__
            named[name] = kind(**{field: named.pop(field) for field in fields})
    return named


def _finished(one: Call, given: Any, out: io.BytesIO | None) -> Any:
    if out is not None:
        return Response(out.getvalue(), media_type="application/zip")
    if isinstance(given, str):
        return Response(msgspec.json.encode(given), media_type="application/json")
    return list(given) if get_origin(one.gives) is Iterator else given


HANDLERS: Final = [handler(one) for one in calls()]
"""All of the API."""


def openapi() -> OpenAPIConfig:
    """Return the description of the API, which is served at /v1/schema/openapi.json."""
    scheme = SecurityScheme(type="http", scheme="bearer", description="A token of `tocsin token make`.")
    return OpenAPIConfig(
        title="Tocsin",
        version=tocsin.__version__,
        path=f"{security.API}/schema",
        components=Components(security_schemes={_SECURITY: scheme}),
        openapi_router=Router(
            f"{security.API}/schema", route_handlers=[], opt={security.OPEN: True}, include_in_schema=False
        ),
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
    )
