"""Run by Alembic, on the connection that regional.workspace.migrate hands over."""

from alembic import context

from regional.workspace.tables import METADATA


def run() -> None:
    """Bring the connection's database to the revision asked for, within its own transaction."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    context.run_migrations()


run()
