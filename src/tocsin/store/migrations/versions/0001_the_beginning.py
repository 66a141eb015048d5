"""The tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _log() -> sa.Column[int]:
    return sa.Column("log", sa.Integer, sa.ForeignKey("logs.number"), primary_key=True, autoincrement=False)


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "settings",
        sa.Column("name", sa.String(60), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "logs",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("log", sa.String(80), nullable=False, unique=True),
        sa.Column("organisation", sa.String(80), nullable=False, unique=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.Column("frontier", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "entries",
        _log(),
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocks",
        _log(),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("root", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "heads",
        _log(),
        sa.Column("size", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("checkpoint", sa.Text, nullable=False),
        sa.Column("signed_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "vault",
        _log(),
        sa.Column("ref", sa.LargeBinary, primary_key=True),
        sa.Column("sealed_by", sa.String(16), nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("stored_at", sa.BigInteger, nullable=False),
        sa.Column("retain_until", sa.BigInteger, index=True),
    )
