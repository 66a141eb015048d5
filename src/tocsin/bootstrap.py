"""The only place where ports meet adapters."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import platformdirs

from tocsin.app.ports import Names, Rules
from tocsin.common.causes import cause_of
from tocsin.model.activity import Unreadable
from tocsin.model.error import InputError, KeyFileError, StoreError
from tocsin.model.limits import Limits
from tocsin.model.sentence import say

if TYPE_CHECKING:
    from uvicorn import Server

    from tocsin.app.identify import Judge
    from tocsin.app.ports import AccountLogs, AccountReader, Chance, LogFile, Ocr, Passkeys, Passwords, Provider
    from tocsin.formats.container import OpenFile
    from tocsin.identify.combine import Combiner
    from tocsin.identify.engine import Engine
    from tocsin.identify.origins import Surroundings
    from tocsin.identify.phrases import Phrases
    from tocsin.identify.sigma.own import OwnRules
    from tocsin.model.activity import Exported
    from tocsin.model.directory import Enrolment
    from tocsin.model.knowledge import Knowledge
    from tocsin.model.source import Unread
    from tocsin.net.keys import SigningKey
    from tocsin.net.knowledge import Kept
    from tocsin.net.misp import MispServer
    from tocsin.net.misp_feed import FeedFolder
    from tocsin.net.taxii import TaxiiServer
    from tocsin.store.store import Store

_STORE: Final = "tocsin.db"
CONSOLE: Final = "http://localhost:8180"
"""Where the console listens unless told otherwise. By name: browsers allow no passkeys at a bare number."""
TAXII: Final = "http://localhost:8181"
"""Where the TAXII server listens unless told otherwise."""
PROVIDER_BACK: Final = "/sign-in/oidc/back"
"""Where an OpenID provider sends browsers back to: the redirect URI without the origin."""


def cache_folder() -> Path:
    """Return where what can be made again is kept: `$TOCSIN_CACHE`, else the platform's cache folder."""
    return Path(os.environ.get("TOCSIN_CACHE") or platformdirs.user_cache_path("tocsin", appauthor=False))


def home() -> Path:
    """Return where the node keeps its store and keys: `$TOCSIN_HOME`, else the platform's data folder."""
    return Path(os.environ.get("TOCSIN_HOME") or platformdirs.user_data_path("tocsin", appauthor=False))


def make_store(url: str | None = None, *, create: bool = False) -> Store:
    """Return the store: at `url`, else at `$TOCSIN_STORE`, else in an SQLite file at home.

    `create` makes the home, and the keys where there are none; without it a store that was never made is an error.
    """
    from tocsin.net.keys import load_key, make_key
    from tocsin.store.store import Store

    folder = home()
    url = url or os.environ.get("TOCSIN_STORE")
    if create:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    elif url is None and not (folder / _STORE).exists():
        raise StoreError(
            say("there is no store in %(folder)s", folder=folder),
            say("`tocsin store init` makes one; TOCSIN_HOME names the folder."),
        )
    key = load_key(folder / "vault.key", "TOCSIN_VAULT_KEY")
    if key is None and create:
        key = make_key(folder / "vault.key")
    return Store(url or f"sqlite:///{folder / _STORE}", key, now)


def change_vault_key(store: Store) -> tuple[int, Path]:
    """Seal the store with a new key, put that in the place of the old one, and return (contents, where the old is).

    Raises KeyFileError where the key is not in the file at home.
    """
    from tocsin.net.keys import make_key

    key, following, old = (home() / name for name in ("vault.key", "vault.key.next", "vault.key.old"))
    if "TOCSIN_VAULT_KEY" in os.environ or not key.exists() or old.exists():
        raise KeyFileError(
            say("the key cannot be changed as things are"),
            say("It has to be in vault.key at home, not in the environment, and vault.key.old must be moved away."),
        )
    try:
        done = store.rekey(make_key(following))
    except BaseException:
        following.unlink(missing_ok=True)
        raise
    key.rename(old)
    following.rename(key)
    return done, old


def make_signer(*, create: bool = False) -> SigningKey:
    """Return the key that signs heads of logs: from `$TOCSIN_SIGNING_KEY`, else from the file at home.

    `create` makes one where there is none; without it that is a KeyFileError.
    """
    from tocsin.net.keys import SigningKey, load_key, make_key

    file = home() / "signing.key"
    key = load_key(file, "TOCSIN_SIGNING_KEY")
    if key is None and create:
        key = make_key(file)
    if key is None:
        raise KeyFileError(say("there is no signing key in %(file)s", file=file), say("`tocsin store init` makes one."))
    return SigningKey(key)


@cache
def make_engine(model: Path | None = None, limits: Limits = Limits()) -> Engine:
    """Return the engine with all checks; compiled phrases come from the cache if they are there.

    `model` is a model file; without one the model that the package ships is used.
    """
    from tocsin.identify.check import all_checks
    from tocsin.identify.engine import Engine

    checks = all_checks()
    return Engine(checks, _load_phrases(), _load_combiner(model), limits)


def now() -> datetime:
    """Return the time, which everything below is told."""
    return datetime.now(UTC)


def make_chance() -> Chance:
    """Return where random ids and secrets come from."""
    from tocsin.net.chance import SystemChance

    return SystemChance()


@cache
def make_passwords() -> Passwords:
    """Return the hash for passwords."""
    from tocsin.net.passwords import Argon2

    return Argon2()


def make_passkeys(host: str, origin: str) -> Passkeys:
    """Return WebAuthn for a site: its host without port, and its origin with scheme and port."""
    from tocsin.net.passkeys import WebauthnPasskeys

    return WebauthnPasskeys(host, origin)


def console_origin() -> str:
    """Return under what address browsers reach the console: `$TOCSIN_ORIGIN`, else this machine's own."""
    return os.environ.get("TOCSIN_ORIGIN", CONSOLE).rstrip("/")


def make_server(app: Any, host: str, port: int, proxies: Sequence[str] = (), *, factory: bool = False) -> Server:
    """Return what serves an application, or the name of a factory of one.

    Only what these proxies say in X-Forwarded-For and X-Forwarded-Proto is believed: from anybody else such a header
    would let a caller choose as whom it is counted. The log is the application's own.
    """
    import uvicorn

    return uvicorn.Server(
        uvicorn.Config(
            app, host=host, port=port, factory=factory, log_config=None, access_log=False, server_header=False,
            timeout_graceful_shutdown=5, proxy_headers=bool(proxies), forwarded_allow_ips=list(proxies),
        )
    )  # fmt: skip


def make_provider(origin: str) -> Provider | None:
    """Return the OpenID provider that `node.toml` or the environment names, for a console at an address; else None."""
    from tocsin.net import settings

    wanted = settings.load(home()).oidc
    if not wanted.issuer:
        return None
    from tocsin.net.oidc import OpenIdProvider

    secret = settings.secret(home(), wanted)
    return OpenIdProvider(wanted.issuer, wanted.client_id, secret, f"{origin}{PROVIDER_BACK}", now, wanted.name)


def make_remote(url: str, token: str, user: str = "") -> TaxiiServer:
    """Return another TAXII server, or a collection on it. Raises InputError for an address that cannot be used."""
    from tocsin.net.taxii import TaxiiServer

    return TaxiiServer(url, token, user)


def make_events(where: str, key: Callable[[], str]) -> MispServer | FeedFolder:
    """Return an instance of MISP, by its address and a key, or a feed in a folder. Raises InputError."""
    if "://" not in where:
        from tocsin.net.misp_feed import FeedFolder

        return FeedFolder(Path(where))
    try:
        from tocsin.net.misp import MispServer
    except ImportError as error:
        raise InputError(
            say("working with %(url)s takes a package that is not installed", url=where),
            say("Install it: pip install 'tocsin[misp]'."),
        ) from error
    return MispServer(where, key())


def make_cookie_key() -> str:
    """Return what the console signs its form tokens with: made from the node's signing key, so that it stays."""
    return make_signer().derived(b"tocsin console form tokens").hex()


def make_judge(model: Path | None = None, *, history: bool = True) -> Judge:
    """Return what judges the organisation's mail, with its history or without."""
    from tocsin.app.identify import Judge
    from tocsin.scan.memory import remembering

    return Judge(make_engine(model), remembering if history else None)


def make_ocr() -> Ocr:
    """Return what reads the text in pictures."""
    from tocsin.net.ocr import Tesseract

    return Tesseract()


def make_account_logs(
    paths: Sequence[str], surroundings: Surroundings | None = None, provider: str = "auto",
    exported: Sequence[Exported] = (),
) -> AccountLogs:  # fmt: skip
    """Return the logs of accounts in files and folders, of which somebody has stated what they cover."""
    from tocsin.net.files import open_files
    from tocsin.scan.looking import Logs

    return Logs(lambda: open_files(paths), now, surroundings or make_surroundings(), provider, exported)


def make_account_reader() -> AccountReader:
    """Return what reads logs of accounts that are brought as bytes."""
    return _Reader()


class _Reader:
    """A `tocsin.app.ports.AccountReader`: what is brought stays in memory."""

    def of(self, files: Sequence[LogFile], exported: Sequence[Exported] = ()) -> AccountLogs:
        from tocsin.scan.looking import Logs

        return Logs(lambda: self._opened(files), now, make_surroundings(), "auto", exported)

    def enrolments(self, files: Sequence[LogFile]) -> tuple[list[Enrolment], int]:
        from tocsin.formats.directories import merged, read
        from tocsin.model.directory import Enrolment

        found = list(read(self._opened(files)))
        people = merged(one for one in found if isinstance(one, Enrolment))
        return people, sum(isinstance(one, Unreadable) for one in found)

    def _opened(self, files: Sequence[LogFile]) -> Iterator[OpenFile | Unread]:
        from tocsin.net.files import open_files
        from tocsin.net.spool import Spool

        limits = Limits()
        named = {f"{number}/{file.name}" if number else file.name: file.content for number, file in enumerate(files)}
        streams = {name: BytesIO(content) for name, content in named.items()}
        return open_files(list(named), limits, streams, Spool(limits, in_memory=True))


def make_names() -> Names:
    """Return the access to DNS, for users who allowed it."""
    from tocsin.net.dns import Resolver

    return Resolver()


def make_rules(path: Path) -> Rules:
    """Return the user's YARA rules in a file, or in the `.yar` and `.yara` files of a folder.

    Raises InputError where there are none, or where one cannot be used.
    """
    from tocsin.identify.yara import YaraRules

    found = sorted(f for f in path.rglob("*") if f.suffix in (".yar", ".yara")) if path.is_dir() else [path]
    if not found:
        raise InputError(
            say("%(path)s holds no YARA rules", path=path),
            say("Rules are looked for in files ending in .yar or .yara."),
        )
    try:
        return YaraRules({str(file): file.read_text("utf-8", "replace") for file in found})
    except OSError as error:
        raise InputError(
            say("%(path)s cannot be read: %(cause)s", path=error.filename or path, cause=cause_of(error)),
            say("Check its owner and mode, or leave it out."),
        ) from error


def make_surroundings(
    tables: Sequence[Path] = (), tor: Path | None = None, hosting: Path | None = None
) -> Surroundings:
    """Return what is known of addresses: of the files given, else of the tables that Debian's package has installed."""
    from tocsin.net import origins

    return origins.load(tables or origins.installed(), cache_folder(), tor, hosting)


def keep_knowledge(path: Path | None, url: str = "") -> Knowledge:
    """Read a release of ATT&CK, keep it as the node's own copy, and return it. Raises InputError.

    Without a path it is fetched: from an address, or where MITRE keeps it.
    """
    from tocsin.net import knowledge

    found = knowledge.read(path) if path else knowledge.fetch(url or knowledge.RELEASE)
    knowledge.keep(home(), found)
    return found


def make_knowledge() -> Knowledge:
    """Return the node's own copy of ATT&CK. Raises InputError where there is none."""
    from tocsin.net import knowledge

    return knowledge.load(home())


def make_known() -> Kept:
    """Return what gives the node's own copy of ATT&CK as it is now, read anew only where it was changed."""
    from tocsin.net import knowledge

    return knowledge.Kept(home())


def make_rules_for_logs(path: Path | None, *, only: bool = False) -> OwnRules:
    """Return all detections, and the user's Sigma rules in a file or in the `.yml` and `.yaml` files of a folder.

    `only` leaves out all detections but those.

    Raises InputError where there are none, or where pySigma is not installed.
    """
    from tocsin.identify.detections import all_detections

    if path is None:
        from tocsin.identify.sigma.own import OwnRules

        return OwnRules(dict(all_detections()))
    found = sorted(f for f in path.rglob("*") if f.suffix in (".yml", ".yaml")) if path.is_dir() else [path]
    if not found:
        raise InputError(
            say("%(path)s holds no Sigma rules", path=path),
            say("Rules are looked for in files ending in .yml or .yaml."),
        )
    try:
        from tocsin.identify.sigma.rules import read
    except ImportError as error:
        raise InputError(
            say("reading %(path)s takes a package that is not installed", path=path),
            say("Install it: pip install 'tocsin[sigma]'."),
        ) from error
    try:
        own = read({str(file): file.read_text("utf-8", "replace") for file in found})
    except OSError as error:
        raise InputError(
            say("%(path)s cannot be read: %(cause)s", path=error.filename or path, cause=cause_of(error)),
            say("Check its owner and mode, or leave it out."),
        ) from error
    if not only:
        own.detections = {**all_detections(), **own.detections}
    return own


def _load_phrases() -> Phrases:
    """Load the compiled phrases, or compile and keep them. A cache that cannot be used is only slower."""
    from tocsin.identify import phrases
    from tocsin.identify.check import all_checks

    checks = all_checks()
    file = cache_folder() / f"phrases-{phrases.digest(checks)}.hs"
    try:
        return phrases.Phrases.of(checks, file.read_bytes())
    except Exception:  # noqa: BLE001 - missing, truncated, another processor: compile anew
        compiled = phrases.Phrases.of(checks)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(compiled.dump())
        temporary.replace(file)
    except OSError:
        pass
    return compiled


def _load_combiner(model: Path | None) -> Combiner:
    """Load the model; one that cannot be used leaves the checks to judge, and every verdict says so."""
    from tocsin.identify.check import all_checks
    from tocsin.identify.combine import Combiner
    from tocsin.identify.model import load

    try:
        raw = model.read_bytes() if model else (files("tocsin.identify") / "data" / "model.json").read_bytes()
        return Combiner(all_checks(), load(raw))
    except (OSError, ValueError) as error:
        return Combiner(all_checks(), problem=type(error).__name__)
