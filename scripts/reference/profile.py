"""docs/reference/profile.md: every entry of the organisation's profile."""

from __future__ import annotations

from scripts.reference.markdown import GENERATED, fields_of, members_of, summary, table
from tocsin.identify.examples import PROFILE
from tocsin.identify.profile import dump
from tocsin.model.profile import Brand, Kind, Organisation, Partner, Person

SECTIONS = (("[organisation]", Organisation), ("[[partner]]", Partner), ("[[brand]]", Brand), ("[[person]]", Person))


def page() -> str:
    """Return the page: each section's entries, then an example."""
    out = [
        GENERATED,
        "# The profile\n",
        "One TOML file says whom Tocsin protects. `tocsin init` writes it; an entry that is not listed here is an",
        "error, so that a spelling mistake is noticed. The organisation below is made up.\n",
    ]
    for title, struct in SECTIONS:
        rows = [
            (f"`{name}`", _kind(kind), f"`{_default(default)}`" if default else "required", text)
            for name, kind, default, text in fields_of(struct)
        ]
        out += [f"## `{title}`\n", summary(struct) + "\n", table(("entry", "type", "default", "meaning"), rows)]
    out += ["### Kinds\n", summary(Kind) + "\n", ", ".join(f"`{name.lower()}`" for name in members_of(Kind)) + "\n"]
    out += ["## Example\n", f"```toml\n{dump(PROFILE).decode()}```\n"]
    return "\n".join(out)


def _kind(annotation: str) -> str:
    plain = {"str": "text", "bool": "true or false", "Kind": "a kind, below", "tuple[str, ...]": "list of texts"}
    return plain[annotation]


def _default(source: str) -> str:
    if source.startswith("Kind."):
        return source.removeprefix("Kind.").lower()
    return source.replace("(", "[").replace(",)", "]").replace(")", "]").replace("'", '"').replace("False", "false")
