"""One example attack through the whole system, by the public commands: `python -m scripts.story [FOLDER]`.

Judged, in the log, an incident, a STIX bundle, an RPZ entry, a bilingual statement signed by two keys, verified.
Everything is kept in the folder (default: out/story). Ends with 1 where a step, or a check of what it gave, fails.
All people, organisations and agencies in it are made up.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLES: Final = ROOT / "examples"
SENDER: Final = "mira.castell@liqhthouse.example"
"""The attack of the examples that is followed: a partner's name on a domain that looks like the partner's."""
HOSTS: Final = ("liqhthouse.example", "lighthouse-programme.share-view.test")
AGENCIES: Final = (
    ("north-bay", "North Bay Election Authority (fictional)=هيئة انتخابات الخليج الشمالي (متخيَّلة)"),
    ("east-isle", "East Isle Digital Safety Centre (fictional)=مركز السلامة الرقمية في الجزيرة الشرقية (متخيَّل)"),
)


class FailedError(Exception):
    """A step, or a check of what it gave, failed."""


class Story:
    """Runs commands on a node of its own, tells what they gave, and keeps it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TOCSIN_")}
        self._environment = {**kept, "TOCSIN_HOME": str(folder / "node"), "TOCSIN_LANG": "en"}

    def say(self, text: str) -> None:
        """Print something, and keep it."""
        print(text, flush=True)
        with (self.folder / "said.txt").open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")

    def tell(self, text: str) -> None:
        """Say what comes next."""
        self.say(f"\n== {text}")

    def run(self, *words: str | Path, expect: int = 0) -> str:
        """Run a command of Tocsin, show it with what it said, and return its standard output."""
        shown = [str(word).replace(str(self.folder), "$STORY").replace(f"{ROOT}/", "") for word in words]
        self.say(f"$ tocsin {' '.join(shlex.quote(word) if '$' not in word else word for word in shown)}")
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "tocsin.cli.main", *map(str, words)], env=self._environment, cwd=ROOT,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        self.say("\n".join(f"  {line}" for line in (done.stdout + done.stderr).splitlines()))
        if done.returncode != expect:
            raise FailedError(f"it ended with {done.returncode} and not with {expect}")
        return done.stdout

    def check(self, truth: object, what: str) -> None:
        """Go on only where something is so."""
        if not truth:
            raise FailedError(f"not so: {what}")
        self.say(f"  [checked] {what}")

    def kept(self, name: str) -> str:
        """Return a file that a step wrote."""
        return (self.folder / name).read_text("utf-8")


def found(pattern: str, text: str) -> str:
    """Return the first match."""
    match = re.search(pattern, text)
    if match is None:
        raise FailedError(f"there is no {pattern} in what it said")
    return match[0]


def tell(story: Story) -> None:
    """All of it, step by step."""
    message = _judged(story)
    incident = _incident(story, message)
    _bundle(story, incident)
    _blocked(story, incident)
    _statement(story, incident)
    story.tell("The log holds all of it")
    story.check("Every entry checks out" in story.run("log", "verify"), "the log is sound")
    listed = story.run("log", "show", "--subject", incident)
    for kind in ("incident-opened", "bundle-made", "blocklist-made", "statement-drafted"):
        story.check(kind in listed, f"{kind} is in the log")


def _judged(story: Story) -> str:
    story.tell("Judged: the mailbox of a made-up campaign")
    story.run("store", "init", "--name", "Harbour Campaign (synthetic)", "--kind", "campaign")
    story.run("org", "import", EXAMPLES / "profile.toml")
    story.run("mail", "submit", EXAMPLES / "mailbox")
    listed = story.run("mail", "list", "--sender", SENDER)
    message = found(r"mail-[0-9a-f]{16}", listed)
    story.check("Malicious" in listed, "the attack was found")
    story.run("mail", "confirm", message, "--note", "They telephoned: it is not from them.")
    story.tell("In the log")
    story.check("mail-judged" in story.run("log", "show", "--subject", message), "the verdict is an entry of the log")
    return message


def _incident(story: Story, message: str) -> str:
    """What the analyst has confirmed opened one by itself; a person gives it its title, and says who may know of it."""
    story.tell("An incident")
    incident = found(r"incident-[0-9a-f]{16}", story.run("incident", "list"))
    story.run("incident", "change", incident, "--title", "A partner's name, misused (synthetic)", "--message", message)
    reason = "The partner wants everybody to be warned (synthetic)."
    story.run("incident", "relabel", incident, "--tlp", "clear", "--reason", reason)
    return incident


def _bundle(story: Story, incident: str) -> None:
    story.tell("A STIX 2.1 bundle for others")
    story.run(
        "share", "bundle", incident, "--audience", "clear", "--synthetic", "--out", story.folder / "bundle.stix.json"
    )
    raw = story.kept("bundle.stix.json")
    objects = json.loads(raw)["objects"]
    patterns = " ".join(one["pattern"] for one in objects if one["type"] == "indicator")
    story.check(all(f"'{host}'" in patterns for host in HOSTS), "both hosts of the attack are in it")
    story.check(
        all("TLP:CLEAR" in one["name"] for one in objects if one["type"] == "marking-definition"), "it is TLP:CLEAR"
    )
    story.check(
        not re.search("harbour|dana|osman", raw, re.IGNORECASE), "it names neither the organisation nor its people"
    )


def _blocked(story: Story, incident: str) -> None:
    story.tell("An RPZ entry for the organisation's resolvers")
    story.run("disrupt", "rpz", incident, "--synthetic", "--out", story.folder / "tocsin.rpz")
    lines = story.kept("tocsin.rpz").splitlines()
    story.check(all(f"{host} IN CNAME ." in lines for host in HOSTS), "both hosts are blocked")
    blocked = {line.split()[0].removeprefix("*.") for line in lines if line.endswith("CNAME .")}
    story.check(blocked == set(HOSTS), "nothing else is blocked: neither the partner nor any service")


def _statement(story: Story, incident: str) -> None:
    story.tell("A bilingual statement of two fictional agencies, signed by both")
    folder = story.folder / "statement"
    named = [word for _, agency in AGENCIES for word in ("--agency", agency)]
    story.run("statement", "draft", incident, folder, *named, "--synthetic")
    keys = []
    for name, _ in AGENCIES:
        file = story.folder / "keys" / f"{name}.key"
        keys.append(story.run("statement", "key", file, "--name", name).strip())
        story.run("statement", "sign", folder, "--key", file)
    log_key = story.run("log", "heads", "--key").strip()
    story.tell("Verified")
    trusted = [word for key in keys for word in ("--key", key)]
    verify: list[str | Path] = ["statement", "verify", folder, *trusted, "--threshold", "2", "--log-key", log_key]
    story.check("All checks passed" in story.run(*verify), "anybody with the two keys can check it")
    story.check(
        story.kept("statement/bundle.stix.json") == story.kept("bundle.stix.json"), "the bundle is the one above"
    )
    story.say("\n".join(["", *(story.kept(f"statement/statement.{language}.txt") for language in ("en", "ar"))]))
    story.tell("A statement that was tampered with is refused")
    text = folder / "statement.ar.txt"
    whole = text.read_bytes()
    text.write_bytes(whole.replace(b"\xe2\x81\xa61\xe2\x81\xa9", b"\xe2\x81\xa62\xe2\x81\xa9", 1))
    try:
        story.check(text.read_bytes() != whole, "one figure of the Arabic text was changed")
        story.check("WRONG" in story.run(*verify, expect=1), "verification says so")
    finally:
        text.write_bytes(whole)


def main() -> None:
    """Tell the story, and end with 1 where it fails."""
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "out" / "story"
    story = Story(folder)
    try:
        tell(story)
    except (FailedError, OSError, subprocess.TimeoutExpired) as error:
        print(f"\nThe story failed: {error}", file=sys.stderr)
        sys.exit(1)
    print(f"\nTold to the end. All of it is in {os.path.relpath(folder)}.")


if __name__ == "__main__":
    main()
