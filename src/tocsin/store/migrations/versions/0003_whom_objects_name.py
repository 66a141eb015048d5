"""Whom of the organisation an object in a collection names, and as of when that is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two columns. Nobody has looked at what is there: it is looked at when it is to leave."""
    op.add_column("objects", sa.Column("looked", sa.BigInteger, nullable=False, server_default="-2"))
    op.add_column("objects", sa.Column("names", sa.Text, nullable=False, server_default=""))
