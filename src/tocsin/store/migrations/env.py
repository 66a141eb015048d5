"""Alembic's environment: the connection, and the transaction it is in, come from `tocsin.store.store`."""

from alembic import context

from tocsin.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
