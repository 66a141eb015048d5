"""docs/reference/cli.md: the help of every command, as the program prints it."""

from __future__ import annotations

import click
from click.testing import CliRunner

from scripts.reference.markdown import GENERATED, table
from tocsin.cli.main import main

EXIT_CODES = (
    ("0", "done; for `scan`: nothing malicious or suspicious was found"),
    ("1", "`scan` found something malicious or suspicious; `log verify` found that the log is not sound"),
    ("2", "wrong usage, or something given cannot be used; the message says what to do"),
    (
        "3",
        "`scan` could not read some of the input, and found nothing bad in the rest; what was left out on purpose (`skipped`) does not count",
    ),
    ("70", "the program itself is at fault; please report what it printed, without mail of other people"),
    ("130", "interrupted with Ctrl-C (and 129 or 143 for a hang-up or a termination signal)"),
    ("141", "whoever read the output stopped reading, as with `head`"),
)


def page() -> str:
    """Return the page: help of the program and of each command, exit codes, environment."""
    out = [GENERATED, "# The command line\n", _block(help_of())]
    out += [f"## tocsin {name}\n\n" + _block(help_of(name)) for name in command_names()]
    out += ["## Exit codes\n", table(("code", "meaning"), EXIT_CODES)]
    out += [
        "## Environment\n",
        table(
            ("variable", "meaning"),
            (
                ("`TOCSIN_HOME`", "folder of the store and the keys; else the platform's folder for data"),
                ("`TOCSIN_STORE`", "address of the store, for example `postgresql://tocsin@db.example/tocsin`"),
                ("`TOCSIN_VAULT_KEY`", "the key that seals the vault, in base64; else `vault.key` in the home"),
                ("`TOCSIN_SIGNING_KEY`", "the key that signs heads of logs, in base64; else `signing.key` in the home"),
                ("`TOCSIN_TAXII_TOKEN`", "the token for another server, for `share look`, `share pull`, `share push`"),
                ("`TOCSIN_CACHE`", "folder for what can be made again (compiled phrases); else the platform's cache"),
                ("`TOCSIN_LANG`", "language of the output, `en` or `ar`, unless `--lang` is given"),
                ("`LC_ALL`, `LC_MESSAGES`, `LANG`", "the same where `TOCSIN_LANG` is not set"),
                ("`NO_COLOR`", "no colours in the table"),
            ),
        ),
        "## Shell completion\n\nFor bash; `zsh_source` and `fish_source` are there too.\n",
        '```bash\neval "$(_TOCSIN_COMPLETE=bash_source tocsin)"\n```\n',
    ]
    return "\n".join(out)


def command_names() -> list[str]:
    """Return the names of the commands, in the order in which they are listed; those of a group follow it."""
    return [name for first in main.list_commands(click.Context(main)) for name in _names(first)]


def _names(name: str) -> list[str]:
    found = command(name)
    inner = found.commands if isinstance(found, click.Group) else ()
    return [name, *(deeper for one in inner for deeper in _names(f"{name} {one}"))]


def command(name: str) -> click.Command:
    """Return a command by its name, that of a group before it."""
    found: click.Command = main
    for part in name.split():
        assert isinstance(found, click.Group)
        inner = found.get_command(click.Context(found), part)
        assert inner is not None
        found = inner
    return found


def help_of(name: str = "", language: str = "en") -> str:
    """Return what `tocsin [name] --help` prints on a terminal of 100 columns."""
    arguments = [*name.split(), "--help"]
    environment = {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "TOCSIN_LANG": language}
    shown = CliRunner().invoke(main, arguments, prog_name="tocsin", env=environment)
    return shown.output.rstrip()


def _block(text: str) -> str:
    return f"```text\n{text}\n```\n"
