"""A museum's server for all tests that take long: two processes on one PostgreSQL behind nginx."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from regional.workspace.workspace import Workspace, open_workspace
from tests.e2e.deployed import EDITOR, provider
from tests.e2e.test_e2e_board import link_to
from tests.long.fleet import Fleet
from tests.long.visitors import HOME, Visitor
from tests.servers.postgres import postgres

BOARD = "/voor_de_vergadering"


@dataclass
class Museum:
    """A running server, its workspace, and every token that was in an address."""

    fleet: Fleet
    workspace: Workspace
    tokens: list[str] = field(default_factory=list)

    def link(self) -> str:
        """Return a new link, from the first slash on."""
        self.tokens.append(link_to(self.workspace))
        return f"{BOARD}?link={self.tokens[-1]}"

    def guess(self, number: int) -> str:
        """Return a link that opens nothing."""
        self.tokens.append(f"guessed-{number:03}-{'x' * 31}")
        return f"{BOARD}?link={self.tokens[-1]}"

    def at(self, home: str) -> Visitor:
        """Return a new visitor whom nginx gave this process."""
        visitor = Visitor(self.fleet)
        visitor.cookies[HOME] = home
        return visitor


@pytest.fixture(scope="module")
def museum(tmp_path_factory):
    """Two processes on one PostgreSQL behind nginx."""
    with postgres() as server, provider() as signs_in:
        url = server.url(server.create())
        workspace = open_workspace(url)
        fleet = Fleet(tmp_path_factory.mktemp("fleet"), url, signs_in, [EDITOR])
        try:
            with ThreadPoolExecutor() as both:
                list(both.map(fleet.start, (1, 2)))
            fleet.start_nginx()
            yield Museum(fleet, workspace)
        finally:
            fleet.stop()
            workspace.close()
