"""The console on the example organisation: `python -m scripts.demo [FOLDER]` (default: out/demo, made anew each time).

At a terminal it prints where the console is and runs until Ctrl-C. Without one it looks at every page, stops, and ends
with 1 where a page does not show what was filled in. Filled by the commands of Tocsin, and through the console by
people who signed in to it, as anybody would. Everybody and everything in it is made up.
"""

from __future__ import annotations

import os
import re
import runpy
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

from click.testing import CliRunner

from tocsin.cli.main import main as tocsin
from tocsin.common import totp

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLES: Final = ROOT / "examples"
NAME: Final = "Harbour Campaign (synthetic) · حملة الميناء (مُختلَقة)"
PORT: Final = 8180
ATTACKS: Final = ("lookalike1", "qr1", "bill3")
"""Some attacks of the example mailbox, as `examples/make.py` names them."""
ATTACK: Final = "mira.castell@liqhthouse.example"
WARNING: Final = (
    "Do not open the link in the mail about the round table. · لا تفتحوا الرابط الوارد في رسالة المائدة المستديرة."
)
PARCEL: Final = "Your parcel is held. Pay the fee of 1.99 today or it goes back: http://parcel-fee.test/pay"
CODE: Final = "عزيزي المستخدم، سيتوقف حسابك اليوم. أرسل لنا رمز التحقق الذي وصلك الآن لتفادي الإيقاف."
CERTIFICATE: Final = "5a" * 32
"""Of a page that two attacks led to."""
_START_WITHIN: Final = 60.0


class DemoError(Exception):
    """Something did not go as it should; the text says what, and what to do."""


def run(*words: str | Path) -> str:
    """Run a command of Tocsin in this process, and return what it printed."""
    done = CliRunner().invoke(tocsin, [str(word) for word in words], prog_name="tocsin")
    if done.exit_code or done.exception:
        raise DemoError(f"tocsin {' '.join(map(str, words[:3]))}: {done.exception or done.output}")
    return done.stdout


def ids(kind: str, text: str) -> list[str]:
    """Return the ids of a kind in a text, in order."""
    return re.findall(rf"{kind}-[0-9a-f]{{16}}", text)


class Browser:
    """Somebody before the console: keeps cookies, and sends a form with the token of the page it stands on."""

    def __init__(self, origin: str, language: str = "en") -> None:
        self.origin = origin
        self.language = language
        self.page = ""
        self._opener = build_opener(HTTPCookieProcessor())

    def get(self, path: str) -> str:
        """Open a page."""
        return self._open(Request(self.origin + path))  # noqa: S310 - our own console

    def post(self, path: str, **fields: str) -> str:
        """Send a form of the page that is open."""
        body = urlencode({"_csrf_token": self.field("_csrf_token"), **fields}).encode()
        return self._open(Request(self.origin + path, body))  # noqa: S310

    def send_file(self, path: str, file: Path) -> str:
        """Send a file by a form of the page that is open."""
        mark = secrets.token_hex(16)
        head = "Content-Disposition: form-data; name="
        token = f'--{mark}\r\n{head}"_csrf_token"\r\n\r\n{self.field("_csrf_token")}\r\n'
        named = f'--{mark}\r\n{head}"file"; filename="{file.name}"\r\nContent-Type: message/rfc822\r\n\r\n'
        body = (token + named).encode() + file.read_bytes() + f"\r\n--{mark}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        return self._open(Request(self.origin + path, body, headers))  # noqa: S310

    def field(self, name: str) -> str:
        """Return the value of a hidden field of the page."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page)
        if found is None:
            raise DemoError(f"the page has no field {name}")
        return found[1]

    def _open(self, request: Request) -> str:
        request.add_header("Accept-Language", self.language)
        try:
            with self._opener.open(request, timeout=60) as answer:
                self.page = answer.read().decode()
        except HTTPError as error:
            error.close()
            raise DemoError(f"{request.get_method()} {request.selector} was answered with {error.code}") from error
        return self.page

    def come_in(self, organisation: str, invitation: str) -> None:
        """Come in by an invitation, and set a password and codes that nobody keeps."""
        self.get(f"/come-in?organisation={organisation}")
        self.post("/come-in", secret=invitation, organisation=organisation)
        secret = self.field("secret")
        code = totp.code(totp.decoded(secret), int(time.time()) // totp.STEP)
        self.post("/me/password", secret=secret, code=code, password=secrets.token_urlsafe(24))


class Demo:
    """The example organisation, with its people and its console."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.origin = f"http://localhost:{port}"
        self.organisation = ""
        self.people: dict[str, str] = {}
        self.incident = ""
        self.alerts: list[str] = []
        """What was found in the logs of accounts."""
        self.days: list[str] = []
        """Days on which attacks came."""

    def begin(self) -> None:
        """Make the store, the people, and judge their mail."""
        self.organisation = ids("org", run("store", "init", "--name", NAME, "--kind", "campaign"))[0]
        profile = self.folder / "profile.toml"
        text = (EXAMPLES / "profile.toml").read_text("utf-8")
        profile.write_text(text.replace("Harbour Campaign (synthetic)", NAME), "utf-8")
        run("org", "import", profile)
        for person, address in (("Noor Azar (synthetic)", "noor"), ("Robin Vale (synthetic)", "robin")):
            run("person", "add", person, "--address", f"{address}@harbour.example")
        for line in run("person", "list").splitlines():
            for name in re.findall(r"(\w+)@harbour", line):
                self.people[name] = ids("person", line)[0]
        for who, roles in (("dana", "lead"), ("noor", "analyst"), ("robin", "admin lead analyst signer")):
            run("person", "role", self.people[who], *(word for role in roles.split() for word in ("--give", role)))
        run("person", "clearance", self.people["robin"], "red")
        self._write_mail(datetime.now(UTC))
        run("mail", "submit", self.folder / "mailbox")
        self.alerts = ids("alert", run("accounts", "submit", self.folder / "logs" / "harbour"))

    def _write_mail(self, now: datetime) -> None:
        """Write the example mailbox as if it had come in the weeks before, so that the figures show its days.

        What its texts say of dates stays as it is.
        """
        made = runpy.run_path(str(EXAMPLES / "make.py"))
        times = {mail.id: mail.time for name in ("INBOX", "SAMI_BOX", "SINGLE") for mail in made[name]}
        later = (now - max(times.values())) // timedelta(weeks=1) * 7
        made["main"](self.folder / "mailbox", later)
        runpy.run_path(str(EXAMPLES / "make_logs.py"))["main"](self.folder / "logs", later)
        self.days = [f"{times[name] + timedelta(later):%Y-%m-%d}" for name in ATTACKS]

    def invite(self, who: str) -> str:
        """Return an invitation for somebody."""
        return run("person", "invite", self.people[who]).strip().splitlines()[-1]

    def work(self) -> None:
        """Let its people work for a while."""
        dana, noor, sami, leila = (self._enter(who) for who in ("dana", "noor", "sami", "leila"))
        self._ask(sami, leila)
        self._decide(dana, noor)
        self._break_glass(dana, noor)
        run("share", "partner", "add", "Pier Centre (synthetic)", "--tlp", "amber+strict")
        partner = run("share", "partner", "list").split()[0]
        run(
            "share",
            "bundle",
            self.incident,
            "--to",
            partner,
            "--synthetic",
            "--out",
            self.folder / "bundle.json",
        )
        run("disrupt", "rpz", self.incident, "--synthetic", "--out", self.folder / "tocsin.rpz")
        heads = self.folder / "heads.txt"
        heads.write_text(run("log", "heads", "--sign"), "utf-8")
        run("log", "heads", "--witnessed", heads, "--by", "North Bay Election Authority (fictional)")
        run("log", "heads", "--sign")

    def _enter(self, who: str) -> Browser:
        entered = Browser(self.origin)
        entered.come_in(self.organisation, self.invite(who))
        return entered

    def _ask(self, sami: Browser, leila: Browser) -> None:
        """Some ask whether something is safe; two of them have clicked already."""
        sami.get("/ask")
        sami.post("/ask", text=PARCEL)
        sami.get("/ask")
        sami.post("/ask", text=CODE)
        sami.post("/ask/clicked", did="code", question=sami.field("question"), note="أرسلت الرمز قبل ساعة.")
        leila.get("/ask")
        leila.send_file("/ask/file", self.folder / "mailbox" / "fa2.eml")
        leila.post("/ask/clicked", did="credentials", question=leila.field("question"), note="I typed it in at noon.")

    def _decide(self, dana: Browser, noor: Browser) -> None:
        """The desk decides, warns, and writes down what happened."""
        attack = self.message(ATTACK)
        noor.get("/queue")
        noor.post("/queue/decide", action="confirm", several=attack, note="They telephoned: it is not from them.")
        self.incident = self._opened_last()
        noor.get("/queue")
        scan = self.message("scanner@office-copier.test")
        noor.post("/queue/decide", action="malicious", several=scan, note="الصفحة المرفقة تطلب كلمة المرور.")
        other = self._opened_last()
        noor.get("/queue")
        noor.post("/queue/decide", action="dismiss", several=self.message("notice7731@invoicing-center.test"))
        dana.get(f"/messages/{attack}")
        dana.post(f"/messages/{attack}/warn", text=WARNING, people=self.people["dana"])
        alerts = (word for alert in self.alerts for word in ("--alert", alert))
        title = "A partner's name, misused · انتحال اسم شريك (synthetic)"
        run("incident", "change", self.incident, "--title", title, *alerts)
        dana.get(f"/incidents/{self.incident}")
        dana.post(f"/incidents/{self.incident}", note="One person received it. · وصلت إلى شخص واحد.")
        run("incident", "change", other, "--title", "A scan · صورة ممسوحة (synthetic)")
        self._belong(other)
        gift = run("incident", "open", "Gift cards · بطاقات هدايا (synthetic)", "--message",
                   self.message("d.osman.office@mailbox.test"))  # fmt: skip
        run("incident", "close", *ids("incident", gift), "--outcome", "stopped", "--note", "Nobody bought any.")

    def _opened_last(self) -> str:
        """Return the id of the incident that opened last, here by what somebody has just decided."""
        return ids("incident", run("incident", "list"))[0]

    def _belong(self, other: str) -> None:
        """What a sandbox has shown of two incidents makes one operation of them."""
        shown = (("host", "login.share-view.test"), ("certificate", CERTIFICATE))
        for incident in (self.incident, other):
            for kind, value in shown:
                run(
                    "operation", "fact", incident, "--kind", kind, "--value", value, "--source", "a sandbox (synthetic)"
                )

    def _break_glass(self, dana: Browser, noor: Browser) -> None:
        """An analyst has to open what nobody flagged; the lead agrees."""
        sealed = self.message_behind_glass()
        place = f"/messages/{sealed}"
        with suppress(DemoError):
            noor.get(place)
        noor.get("/queue")
        reason = "The sender is said to have written to others as well. · يُقال إن المرسِل كتب إلى آخرين أيضًا."
        noor.post(f"{place}/glass", reason=reason, second=self.people["dana"])
        dana.get("/queue")
        asked = ids("grant", run("mail", "glass"))[0]
        dana.post("/glass/agree", id=asked)

    def message(self, sender: str) -> str:
        """Return the id of the message of a sender."""
        return ids("mail", run("mail", "list", "--sender", sender))[0]

    def message_behind_glass(self) -> str:
        """Return the id of a message that was neither flagged nor reported."""
        listed = run("mail", "list", "--state", "quiet").splitlines()
        return next(ids("mail", line)[0] for line in listed if "behind glass" in line)


def look(demo: Demo, invitation: str) -> int:
    """Come in as the reader would, look at every page in both languages, and return how many pages that were."""
    if Browser(demo.origin).get("/health") != "ok":
        raise DemoError("the console does not say that it is well")
    robin = Browser(demo.origin)
    robin.come_in(demo.organisation, invitation)
    attack = demo.message(ATTACK)
    pages = {
        "/queue": ("it-service@harbour-support", demo.days[-1]),
        "/queue?verdict=malicious": (attack, "support@quaymail-hesab"),
        f"/messages/{attack}": ("liqhthouse", "hxxps://lighthouse-programme[.]share-view[.]test"),
        "/upload": ("<form",),
        "/ask": ("<form",),
        "/alerts": ("dana@harbour.example", demo.alerts[0]),
        f"/alerts/{demo.alerts[0]}": ("203.0.113.77", "entra"),
        f"/incidents/{demo.incident}/outcome": ('<li class="stopped">',),
        "/cards/first-five": ("<ol",),
        "/incidents": (demo.incident, "انتحال اسم شريك", "بطاقات هدايا"),
        f"/incidents/{demo.incident}": (attack, "وصلت إلى شخص واحد"),
        "/operations": ("انتحال اسم شريك", "<svg"),
        f"/operations/{demo.incident}": (demo.incident, "صورة ممسوحة", "login[.]share-view[.]test"),
        "/figures": ("<svg", "T1566.002", "T1656", *demo.days),
        "/people": ("Noor Azar (synthetic)", "harbour.example", "Lighthouse Institute (synthetic)"),
        f"/people/{demo.people['dana']}": ("Dana Osman", "دانا عثمان"),
        "/log": ("head-signed", "head-witnessed", "bundle-made"),
        "/log/3": ("tocsin/log-",),
        "/me": ("password",),
    }
    for language in ("en", "ar"):
        robin.language = language
        for path, shown in pages.items():
            page = robin.get(path)
            wanted = (*shown, f'lang="{language}"', "synthetic", "مُختلَقة")
            if missing := [text for text in wanted if text not in re.sub(r"</?(?:bdi|wbr|span|mark)[^>]*>", "", page)]:
                raise DemoError(f"{path} in {language} does not show {missing}")
    return len(pages)


def free_port(wanted: int) -> int:
    """Return a port, or another one where it is taken."""
    for port in (wanted, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the console does
            probe.bind(("127.0.0.1", port))
            found: int = probe.getsockname()[1]
            return found
    raise DemoError("there is no free port on this machine")


@contextmanager
def serving(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run `tocsin serve` until the block ends; what it says goes into a file."""
    command = [sys.executable, "-m", "tocsin.cli.main", "serve", "--port", str(port)]
    with (folder / "console.log").open("wb") as log:
        # In a session of its own: Ctrl-C comes to us, and we stop it in order.
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)  # noqa: S603
    try:
        _wait(server, port, folder / "console.log")
        yield server
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + _START_WITHIN
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError):
            urlopen(f"http://localhost:{port}/ready", timeout=5).close()
            return
        time.sleep(0.2)
    raise DemoError(f"the console did not start; what it said:\n{log.read_text('utf-8', 'replace')[-2_000:]}")


def _stop(number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt(number)


def demonstrate(folder: Path) -> None:
    """Fill the console and run it."""
    began = time.monotonic()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in [name for name in os.environ if name.startswith("TOCSIN_")]:
        del os.environ[name]
    os.environ |= {"TOCSIN_HOME": str(folder), "TOCSIN_LANG": "en"}
    port = free_port(PORT)
    demo = Demo(folder, port)
    print("Filling the console of the example organisation …", flush=True)
    demo.begin()
    with serving(folder, port) as server:
        demo.work()
        invitation = demo.invite("robin")
        link = f"{demo.origin}/come-in?organisation={demo.organisation}#{invitation}"
        print(
            f"\nThe console is at {demo.origin} ({time.monotonic() - began:.0f} s). Come in here, once:\n  {link}",
            flush=True,
        )
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            print(f"No terminal, so: looked at {look(demo, invitation)} pages in two languages, and stopped.")
            return
        with suppress(KeyboardInterrupt):  # which may come as soon as it is said how to end it
            print("All of it is made up. Ctrl-C ends it.")
            server.wait()
            raise DemoError(f"the console ended by itself; see {os.path.relpath(folder / 'console.log')}")
    print(f"\nEnded. The store is in {os.path.relpath(folder)}.")


def main() -> None:
    """Run it, and end with 1 where it fails."""
    signal.signal(signal.SIGTERM, _stop)
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "out" / "demo"
    try:
        demonstrate(folder)
    except DemoError as error:
        print(f"\nThe demo failed: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
