"""Workspaces on both databases; a real PostgreSQL server, once a session."""

from __future__ import annotations

import shutil

import pytest

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
def empty_postgres(server):
    """The name of an empty workspace, to copy."""
    name = server.create()
    open_workspace(server.url(name)).close()
    return name


@pytest.fixture(params=["sqlite", "postgres"])
def url(request, tmp_path):
    """The address of an empty workspace of its own."""
    if request.param == "sqlite":
        path = tmp_path / "workspace.db"
        shutil.copy(request.getfixturevalue("empty_sqlite"), path)
        return f"sqlite:///{path.as_posix()}"
    server = request.getfixturevalue("server")
    return server.url(server.create(request.getfixturevalue("empty_postgres")))


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
