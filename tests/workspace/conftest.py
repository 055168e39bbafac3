"""Workspaces on both databases; a real PostgreSQL server, once a session."""

from __future__ import annotations

import shutil

import pytest

from regional.workspace.migrate import SCHEMA
from regional.workspace.tables import METADATA
from regional.workspace.workspace import open_workspace
from tests.servers.postgres import postgres


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server; it starts in less than a second and is only started where a test asks for it."""
    with postgres() as running:
        yield running


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory):
    """The file of an empty workspace, to copy."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_workspace(f"sqlite:///{path.as_posix()}").close()
    return path


@pytest.fixture(scope="session")
def shared_postgres(server):
    """The address of a workspace that the tests take over from each other, emptied."""
    url = server.url(server.create())
    open_workspace(url).close()
    return url


def empty(url):
    """Take out all rows: much quicker than another database."""
    import psycopg

    wipe = "; ".join(f'DELETE FROM "{table.name}"' for table in reversed(METADATA.sorted_tables))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"{wipe}; UPDATE alembic_version SET version_num = '{SCHEMA}'")


@pytest.fixture(params=["sqlite", "postgres"])
def url(request, tmp_path):
    """The address of an empty workspace of its own."""
    if request.param == "sqlite":
        path = tmp_path / "workspace.db"
        shutil.copy(request.getfixturevalue("empty_sqlite"), path)
        return f"sqlite:///{path.as_posix()}"
    shared = request.getfixturevalue("shared_postgres")
    empty(shared)
    return shared


@pytest.fixture
def opened():
    """Open workspaces that are closed when the test ends."""
    made = []

    def open_one(url):
        made.append(open_workspace(url))
        return made[-1]

    yield open_one
    for workspace in made:
        workspace.close()


@pytest.fixture
def ws(url, opened):
    """An empty workspace."""
    return opened(url)
