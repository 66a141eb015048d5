"""The log, the vault and the views: SQLAlchemy Core, and only here."""
