"""The objects of collections, receipts for them, and how far collections of other servers were read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _log() -> sa.Column[int]:
    return sa.Column("log", sa.Integer, sa.ForeignKey("logs.number"), primary_key=True, autoincrement=False)


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "shelves",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("log", sa.Integer, sa.ForeignKey("logs.number"), nullable=False),
        sa.Column("collection", sa.String(80), nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("log", "collection"),
    )
    op.create_table(
        "objects",
        sa.Column("shelf", sa.Integer, sa.ForeignKey("shelves.number"), primary_key=True, autoincrement=False),
        sa.Column("added", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(300), nullable=False),
        sa.Column("version", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(260), nullable=False),
        sa.Column("tlp", sa.SmallInteger, nullable=False),
        sa.Column("is_last", sa.SmallInteger, nullable=False),
        sa.Column("is_first", sa.SmallInteger, nullable=False),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("sent_at", sa.BigInteger),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("objects_version", "objects", ["shelf", "id", "source", "version"], unique=True)
    op.create_index("objects_page", "objects", ["shelf", "is_last", "tlp", "added"])
    op.create_index("objects_kind", "objects", ["shelf", "is_last", "kind", "tlp", "added"])
    op.create_table(
        "receipts",
        _log(),
        sa.Column("receipt", sa.String(80), primary_key=True),
        sa.Column("partner", sa.String(80), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, index=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "feeds",
        _log(),
        sa.Column("feed", sa.String(80), primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("collection", sa.String(80), nullable=False),
        sa.Column("sends", sa.SmallInteger, nullable=False),
        sa.Column("reached", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger),
    )
