"""docs/reference/account-logs.md: which sign-in and audit logs are read, and how to get them."""

from __future__ import annotations

from scripts.reference.markdown import GENERATED, table
from tocsin.formats.accounts import all_formats
from tocsin.formats.directories import all_directories
from tocsin.model.limits import Limits

_CODES = (
    ("not-json", "A line that is no JSON. A text in it that an end of line cuts is one as well."),
    ("not-csv", "A line of a table whose quotation mark is never closed; the lines behind it are read."),
    ("not-a-log", "A file whose content is no text."),
    ("cut-off", "The file ends in the middle of a record."),
    ("too-long", f"A record of more than {Limits().max_line_bytes:,} bytes."),
    ("too-deep", "A record that is nested more deeply than any log is."),
    ("no-time", "A record without a time that can be read, or one of syslog without a year while no date is known."),
    ("no-event", "A record that holds no event, as an activity of Google with an empty list."),
    ("reader-failed", "A record at which our own reading failed, to be reported; the lines behind it are read."),
    ("unknown-provider", "A record of no provider that is known, or of another one than was asked for."),
)
_OTHERS = (
    "Files that cannot be opened have the codes of [mail](jsonl.md): `not-found`, `no-permission`, `over-limit`, ..."
)
_PROBLEMS = (
    ("missing", "A field that the vendor's documents promise is not there."),
    ("wrong-type", "It is of another type. A number in place of a text is used all the same."),
    ("bad-value", "A time that is none, or text in another charset than it should be."),
    ("unknown-value", "A value that is not among those that are known here, such as a new error code."),
)


def page() -> str:
    """Return the page."""
    formats = all_formats().values()
    return "\n".join(
        [
            GENERATED,
            "# Logs of accounts\n",
            "Sign-in and audit logs are read as lines of JSON, JSON arrays, pages of an API (`value`, `items`, `records`, ...),",
            "CSV with any delimiter (UTF-8 or UTF-16), or syslog; plain, in gz, zst, bz2, xz, zip or tar, from folders and from",
            "standard input. With `--provider auto` each record is read by the format that knows it, so a file may mix them.",
            "A field's name is compared without regard to case, spaces and underscores.",
            "Where an export gives a choice, JSON holds more than CSV does.\n",
            "## Providers\n",
            table(("name", "provider", "log", "where to get it"), _logs(own=False)),
            "\n## A person's own exports\n",
            "They are read on the owner's machine by `tocsin accounts own`; only rows that the owner chooses leave it.\n",
            table(("name", "export", "log", "where to get it"), _logs(own=True)),
            "\n## Directories\n",
            'Who is enrolled in which second factor. What an export does not tell is unknown, never "no".\n',
            table(("name", "export"), _DIRECTORIES),
            "\n## What is not read is told\n",
            "Every record ends as an activity or as a line that says why it is none, with file and offset.\n",
            table(("code", "meaning"), [(f"`{code}`", text) for code, text in _CODES]),
            f"\n{_OTHERS}\n",
            "Of a record with a field that is not as documented the rest is read, and the field is counted by provider, log and",
            "name with one of these problems; no content is told, only type and length.\n",
            table(("problem", "meaning"), [(f"`{problem}`", text) for problem, text in _PROBLEMS]),
            "\n## Where the meaning of fields and values comes from\n",
            *(f"- {one.title}: {', '.join(f'<{link}>' for link in one.documents)}" for one in formats if one.documents),
            "",
            "Whether a password was right is said only where the log says so, or where the kind of failure comes after it.",
            "Microsoft does not document the file of a personal account's activity; columns are found by the names of its page.",
            "OneLogin's list of event types is not complete above 535.",
            "",
        ]
    )


def _logs(own: bool) -> list[tuple[str, str, str, str]]:
    formats = [one for one in all_formats().values() if one.own is own]
    return [(f"`{one.name}`", one.title, log.name, log.export) for one in formats for log in one.logs]


_EXPORTS = {
    "google": "Admin console, Directory, Users, Download users (CSV); or users of the Directory API (JSON).",
    "entra": "Entra admin centre, Authentication methods, User registration details, Download; or Graph userRegistrationDetails.",
    "okta": "The API `/api/v1/users` and `/api/v1/users/ID/factors` (JSON).",
    "duo": "The Admin API `/admin/v1/users` (JSON).",
}
_DIRECTORIES = [(f"`{name}`", _EXPORTS[name]) for name in all_directories()]
