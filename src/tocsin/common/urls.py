"""URLs read as browsers read them (WHATWG URL standard), never raising, and the wrappers around them undone."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final
from urllib.parse import parse_qsl, unquote

from msgspec import Struct

from tocsin.common.hosts import is_host, registrable, to_ascii, within


class Url(Struct, frozen=True, dict=True):
    """A URL in pieces. `host` is ASCII and lower case (brackets kept for IPv6); empty for schemes without one."""

    raw: str
    scheme: str
    userinfo: str = ""
    host: str = ""
    port: int = -1
    path: str = ""
    """Of a scheme without a host: everything behind the colon."""
    query: str = ""
    fragment: str = ""

    @cached_property
    def domain(self) -> str:
        """The registrable domain of the host."""
        return registrable(self.host) if self.host else ""

    @cached_property
    def is_web(self) -> bool:
        """Whether a browser would fetch it over the network."""
        return self.scheme in ("http", "https") and bool(self.host)


_SCHEME: Final = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]{0,30})\s*:")
_REST: Final = re.compile(r"([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_CONTROL: Final = re.compile(r"[\t\r\n]")
_MAX_URL: Final = 8_192
_HOSTED: Final = frozenset({"http", "https", "ftp", "ws", "wss"})


@lru_cache(maxsize=16_384)
def parse_url(text: str) -> Url:
    """Return the pieces of `text`; a URL without a scheme is read as http, as mail programs do with bare hosts."""
    raw = text[:_MAX_URL]
    clean = _CONTROL.sub("", raw).strip()
    match = _SCHEME.match(clean)
    scheme = match[1].lower() if match else ""
    if match and "." in scheme and scheme not in _HOSTED:
        match, scheme = None, ""  # host.example:8080/path
    if match and scheme not in _HOSTED:
        return Url(raw, scheme, path=clean[match.end() :])
    rest = clean[match.end() :] if match else clean
    rest = rest.replace("\\", "/") if "\\" in rest else rest
    pieces = _REST.match(rest.lstrip("/"))
    if pieces is None:
        return Url(raw, scheme)
    authority, path, query, fragment = (piece or "" for piece in pieces.groups())
    userinfo, _, hostport = authority.rpartition("@")
    host, port = _host_and_port(hostport)
    return Url(raw, scheme or "http", userinfo, host, port, path, query, fragment)


def _host_and_port(text: str) -> tuple[str, int]:
    host, port = text, ""
    bracket = text.rfind("]")
    colon = text.rfind(":")
    if colon > bracket:
        host, port = text[:colon], text[colon + 1 :]
    if "%" in host:
        host = unquote(host)
    return to_ascii(host), int(port) if port.isdecimal() and len(port) < 6 else -1


# Rewriters and click trackers that carry the destination in the URL itself: host suffix, then the parameters that
# hold it. Facts from the services' public documentation.
_WRAPPERS: Final = {
    "safelinks.protection.outlook.com": ("url",),
    "urldefense.proofpoint.com": ("u",),
    "linkprotect.cudasvc.com": ("a",),
    "protect-us.mimecast.com": ("domain",),
    "secure-web.cisco.com": (),
    "google.com": ("q", "url", "adurl", "continue"),
    "googleadservices.com": ("adurl",),
    "googleapis.com": ("url",),
    "doubleclick.net": ("adurl", "destinationURL", "ds_dest_url"),
    "youtube.com": ("q",),
    "bing.com": ("u", "url"),
    "duckduckgo.com": ("uddg",),
    "facebook.com": ("u",),
    "instagram.com": ("u",),
    "linkedin.com": ("url",),
    "slack-redir.net": ("url",),
    "steamcommunity.com": ("url",),
    "vk.com": ("to",),
    "t.umblr.com": ("z",),
    "href.li": (),
    "nullrefer.com": (),
    "translate.google.com": ("u",),
    "exactag.com": ("url",),
    "awstrack.me": (),
    "app.link": ("$fallback_url",),
    "list-manage.com": (),
    "trendmicro.com": ("url",),
    "fireeye.com": ("u",),
    "sophos.com": ("d", "u"),
    "barracudanetworks.com": ("a",),
}
_REDIRECT_PARAMETERS: Final = frozenset(
    "url u link redirect redirect_url redirect_uri redirecturl redir rurl return returnurl return_url goto to target "
    "dest destination next continue out ref q r l href go jump forward data".split()
)
_INNER: Final = re.compile(r"https?(?::|%3a)(?:/|%2f){2}[^\s\"'<>]+", re.IGNORECASE)
_V3: Final = re.compile(r"/v3/__(.+?)__;")
_AMP: Final = re.compile(r"/amp/(?:s/)?((?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:/.*)?)$", re.IGNORECASE | re.DOTALL)
"""Google's cache of mobile pages names the page in the path."""
_REWRITERS: Final = (
    "safelinks.protection.outlook.com", "urldefense.proofpoint.com", "urldefense.com", "linkprotect.cudasvc.com",
    "mimecast.com", "mimecastprotect.com", "secure-web.cisco.com", "trendmicro.com", "fireeye.com", "sophos.com",
    "barracudanetworks.com", "cloud-sec-av.com", "checkpoint.com", "clicktime.symantec.com", "trustwave.com",
    "hornetsecurity.com", "sonicwall.com", "edgepilot.com", "protection.retarus.com",
)  # fmt: skip


def bare(text: str) -> str:
    """Return a URL of the web without what is made for one visitor: user information, query, fragment; else `text`."""
    url = parse_url(text)
    if not url.is_web:
        return text
    port = f":{url.port}" if url.port >= 0 else ""
    return f"{url.scheme}://{url.host}{port}{url.path}"


def unwrap(url: Url, limit: int = 5) -> Url:
    """Return what a wrapped URL opens in the end, as far as the URL itself tells; never asks anybody."""
    for _ in range(limit):
        inner = _unwrap_once(url)
        if inner is None:
            break
        url = inner
    return url


def is_rewriter(host: str) -> bool:
    """Whether a mail gateway puts this host before links: the reader's doing, not the writer's."""
    return within(host, _REWRITERS)


def _unwrap_once(url: Url) -> Url | None:
    if not url.is_web:
        return None
    if "urldefense" in url.host and within(url.host, ("urldefense.com",)):
        match = _V3.search(url.raw)
        target = match[1] if match else ""
        return _url_if_web(target if "://" in target else target.replace(":/", "://", 1))
    if "urldefense" in url.host and within(url.host, ("urldefense.proofpoint.com",)):
        value = dict(parse_qsl(url.query)).get("u", "")
        return _url_if_web(unquote(value.replace("-", "%").replace("_", "/")))
    amp = _AMP.match(url.path) if "google." in url.host else None
    if amp is not None:
        return _url_if_web(f"https://{amp[1]}")
    names = _wrapper(url.host)
    if names is not None:
        return _from_parameters(url, names) or (None if names else _from_path(url))
    return _from_parameters(url, _REDIRECT_PARAMETERS) or (_from_path(url) if "/http" in url.path else None)


@lru_cache(maxsize=16_384)
def _wrapper(host: str) -> frozenset[str] | None:
    """The parameters of a known wrapper that hold the destination; None for other hosts."""
    while host:
        if host in _WRAPPERS:
            return frozenset(_WRAPPERS[host])
        host = host.partition(".")[2]
    return None


def _from_parameters(url: Url, names: frozenset[str]) -> Url | None:
    if not url.query or len(url.query) > _MAX_URL or url.query.count("&") >= 200:
        return None
    for pair in url.query.split("&"):  # as `parse_qsl` does, decoding only what is asked for
        name, _, value = pair.partition("=")
        name = _unquoted(name)
        if value and (name.lower() in names or name in names):
            value = _unquoted(value)
            target = _url_if_web(value) or _url_if_web(_decoded(value))
            if target is not None and target.host != url.host:
                return target
    return None


def _unquoted(text: str) -> str:
    return unquote(text.replace("+", " ")) if "%" in text or "+" in text else text


def _from_path(url: Url) -> Url | None:
    match = _INNER.search(url.path)
    target = _url_if_web(unquote(match[0])) if match else None
    return target if target is not None and target.host != url.host else None


_BASE64: Final = re.compile(r"[A-Za-z0-9_\-+/]{16,4096}={0,2}")


def _decoded(value: str) -> str:
    """A base64url-encoded URL, or an empty string."""
    if not _BASE64.fullmatch(value):
        return ""
    try:
        text = base64.urlsafe_b64decode(value.rstrip("=") + "=" * (-len(value.rstrip("=")) % 4))
    except (binascii.Error, ValueError):
        return ""
    return text.decode("ascii", "ignore")


def _url_if_web(text: str) -> Url | None:
    if text[:14].lower().startswith(("http%3a%2f%2f", "https%3a%2f%2f")):
        text = unquote(text)
    if not text[:8].lower().startswith(("http://", "https://")):
        return None
    url = parse_url(text)
    return url if url.is_web else None


_BARE_SUFFIX: Final = re.compile(
    r"\.(?=[a-gilmnopr-vx])(?:com|net|org|info|io|app|dev|page|link|site|online|xyz|top|shop|club|live|me|co|ru|cn|ir|de|fr|es|br|uk|eu|us|"
    r"in|ly|gl|gd|click|icu|vip|cc|to|example|test|invalid)(?![\w@\-])",
    re.IGNORECASE,
)
_SCHEME_BEFORE: Final = re.compile(r"(?:hxxps?|https?|ftp)\Z", re.IGNORECASE)
_BEHIND_SCHEME: Final = re.compile(r"://[^\s<>\"'\u200b\u2028\u060c\u3000]+")
_WWW_IN_TEXT: Final = re.compile(r"www\.[^\s<>\"'\u200b\u2028\u060c\u3000]+", re.IGNORECASE)
_BARE_HEAD: Final = re.compile(r"(?<![@\w.\-/])(?:[a-z0-9\-]{1,63}\.){0,4}[a-z0-9\-]{1,63}\Z", re.IGNORECASE)
_BARE_TAIL: Final = re.compile(r"(?:\.[a-z]{2,3})?(?::\d{1,5})?(?:/[^\s<>\"']*)?", re.IGNORECASE)
_TRAILING: Final = ".,;:!?'\"*_~،؛؟»”’|"


def find_urls(text: str, limit: int = 2_000) -> list[tuple[int, int]]:
    """Return the (start, end) of what a mail program would make a link of in plain text, in order."""
    found: list[tuple[int, int]] = []
    reached = 0
    for start, end in sorted(_candidates(text, limit)):
        if start < reached:
            continue
        stop = start + len(_trimmed(text[start:end]))
        if stop - start > 3:
            found.append((start, stop))
            reached = stop
        if len(found) >= limit:
            break
    return found


def _candidates(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Every place where a URL may stand. Literal characters are searched first, since most text has none."""
    yield from islice(_with_scheme(text), limit)
    if "www." in text or "WWW." in text:
        yield from (match.span() for match in islice(_WWW_IN_TEXT.finditer(text), limit))
    reached = 0
    for match in islice(_BARE_SUFFIX.finditer(text), limit):
        if match.start() < reached:
            continue  # in the path of the one before; reading to its end again for each would be quadratic
        before = text[max(0, match.start() - 256) : match.start()]
        if before[-1:].strip():
            word = before.rsplit(None, 1)[-1]
            head = _BARE_HEAD.search(text, match.start() - len(word), match.start())
            tail = _BARE_TAIL.match(text, match.end()) if head is not None else None
            if head is not None and tail is not None:
                reached = tail.end()
                yield head.start(), reached


def _with_scheme(text: str) -> Iterator[tuple[int, int]]:
    reached, position = 0, text.find("://")
    while position >= 0:
        head = _SCHEME_BEFORE.search(text, max(reached, position - 5), position)
        tail = _BEHIND_SCHEME.match(text, position) if head is not None else None
        if head is not None and tail is not None:
            reached = tail.end()
            yield head.start(), reached
        position = text.find("://", max(reached, position + 3))


def _trimmed(url: str) -> str:
    """The URL without the punctuation behind it, and without closing brackets that nothing in it opens."""
    return url.rstrip(_TRAILING + ">}" + (")" if "(" not in url else "") + ("]" if "[" not in url else ""))


_SHOWN_HOST: Final = re.compile(
    r"(?:^|[\s(<\[\"'])(?:https?://|www\.)?((?:[\w\-]{1,63}\.){1,8}[a-z\u0080-\uffff]{2,24})(?=[/:?#\s)>\]\"',]|\.?$)",
    re.IGNORECASE,
)


def shown_host(text: str) -> str:
    """Return the host that a link's text claims to open, or "" where it claims none ("click here", a file name)."""
    if len(text) > 300 or "." not in text or "@" in text.split("/", 1)[0].split("?", 1)[0]:
        return ""
    match = _SHOWN_HOST.search(text.strip())
    if match is None:
        return ""
    host = to_ascii(match[1])
    explicit = "://" in text or text.strip().lower().startswith("www.") or "/" in text
    if not is_host(host) or (not explicit and len(text.strip()) > len(match[1]) + 8):
        return ""
    return host
