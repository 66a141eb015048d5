"""`tocsin accounts`: sign-in and audit logs."""

from __future__ import annotations

import click

from tocsin.cli.alerts import COMMANDS
from tocsin.cli.command import Group


@click.group("accounts", cls=Group)
def command() -> None:
    """Look through sign-in and audit logs, and see to what is found."""


for _one in COMMANDS:
    command.add_command(_one)
