"""One workspace: everything a museum keeps.

>>> workspace = Workspace.in_memory()
>>> action = workspace.actions.add(Action(title="Bel de bibliotheek"), by="Sam")
>>> workspace.actions.save(action.changed(owner="Noor"), by="Sam").revision
2
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from sqlalchemy.engine import URL

from regional.texts import Message
from regional.workspace.about import AboutPartner, everything_about
from regional.workspace.backup import Restored, backup, restore_backup
from regional.workspace.copies import forget_old_copy
from regional.workspace.database import MEMORY, Database
from regional.workspace.erasure import Erasure, clean_up, erase, erased, is_clean, were_erased
from regional.workspace.errors import Missing, WorkspaceError
from regional.workspace.migrate import migrate
from regional.workspace.publications import Publications
from regional.workspace.records import (
    Action,
    Conversation,
    FormDraft,
    Goal,
    Invitation,
    Letter,
    Museum,
    OwnAnswer,
    OwnFigureSet,
    PageBack,
    PublicationRecord,
    Question,
    RegionChoice,
    RegionNote,
    ResponseRecord,
    Review,
    Scenario,
    Step,
    Term,
    Understood,
)
from regional.workspace.repository import Repository
from regional.workspace.retention import Due, due_for_erasure, set_term, terms
from regional.workspace.sign_outs import SignOutBook
from regional.workspace.versions import Versions

ADDRESS = "PARTNERSPIEGEL_DB"
"""Environment variable with the SQLAlchemy URL of the database."""


class Workspace:
    """What one museum keeps. Safe to share between threads; open one a process (or one a session, in memory).

    Each attribute below is a Repository, except ``versions`` and ``sign_outs``.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.museums = Repository(database, Museum)
        self.region_choices = Repository(database, RegionChoice)
        self.region_notes = Repository(database, RegionNote)
        self.understood = Repository(database, Understood)
        self.questions = Repository(database, Question)
        self.conversations = Repository(database, Conversation)
        self.actions = Repository(database, Action)
        self.goals = Repository(database, Goal)
        self.steps = Repository(database, Step)
        self.reviews = Repository(database, Review)
        self.scenarios = Repository(database, Scenario)
        self.publications = Publications(database, PublicationRecord)
        self.own_figures = Repository(database, OwnFigureSet)
        self.letters = Repository(database, Letter)
        self.own_answers = Repository(database, OwnAnswer)
        self.responses = Repository(database, ResponseRecord)
        self.invitations = Repository(database, Invitation)
        self.page_back = Repository(database, PageBack)
        self.drafts = Repository(database, FormDraft)
        self.terms = Repository(database, Term)
        self.versions = Versions(database)
        self.sign_outs = SignOutBook(database)

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty workspace that is gone with the session: for visitors without one that is kept."""
        database = Database(MEMORY)
        migrate(database)
        return cls(database)

    def for_reading(self) -> Self:
        """Return the same workspace for who may look only: whatever would change it raises ReadOnly."""
        return type(self)(self.database.for_reading())

    @property
    def is_kept(self) -> bool:
        """Tell whether what is typed here is still there tomorrow."""
        return not self.database.is_memory

    def museum(self) -> Museum:
        """Return the museum; an empty one of revision 0 before it was saved (``museums.save``)."""
        return self.museums.find("museum") or Museum()

    def erase(self, partner_id: str) -> Erasure:
        """Overal verwijderen: erase a partner from every version, note, answer, talk, scenario and annex.

        Missing where nothing is kept of it; WorkspaceError where it could not be done, and nothing was changed.
        """
        self.versions.forget_loaded()
        done = erase(self.database, partner_id)
        self.versions.forget_loaded()
        return done

    def is_clean(self) -> bool:
        """Tell whether the bytes of all that was erased are gone too; False while somebody still reads them."""
        return is_clean(self.database)

    def erased(self, partner_ids: Iterable[str]) -> set[str]:
        """Return which of these partners were erased, here or by another editor."""
        return erased(self.database) & set(partner_ids)

    def erasures(self) -> int:
        """Return how many partners were ever erased: who holds something of before looks whether it is the same."""
        return len(erased(self.database))

    def were_erased(self, names: Iterable[str]) -> set[str]:
        """Return which of these names belong to partners that were erased: ask before adding one again."""
        return were_erased(self.database, names)

    def everything_about(self, partner_id: str) -> AboutPartner:
        """Return all that is kept of one partner; False where nothing is."""
        return everything_about(self.database, partner_id)

    def retention(self) -> dict[str, int]:
        """Return kind of data -> months that it is kept (see regional.workspace.retention for the kinds)."""
        return terms(self.database)

    def set_retention(self, kind: str, months: int, by: str = "") -> None:
        """Set how many months one kind of data is kept; Invalid for what is no number from 1 to 600."""
        set_term(self.database, kind, months, by)

    def due_for_erasure(self, today: dt.date) -> tuple[Due, ...]:
        """Return what is past its term; nothing is erased by itself."""
        return due_for_erasure(self.database, today)

    def erase_due(self, due: Iterable[Due]) -> None:
        """Erase what is past its term, as far as it is still there; of a publication only the words."""
        for one in due:
            with suppress(Missing):
                if one.kind == "ended_partners":
                    self.erase(one.record_id)
                elif one.kind == "versions":
                    self.versions.discard(int(one.record_id))
                else:
                    getattr(self, one.kind).delete(one.record_id)

    def backup(self) -> bytes:
        """Return everything that is kept as one file (a zip of JSON)."""
        return backup(self.database)

    def restore_backup(self, data: bytes) -> Restored:
        """Put a backup in the place of everything; WorkspaceError where it is broken or newer, and all stays."""
        done = restore_backup(self.database, data)
        self.versions.forget_loaded()
        return done

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_workspace(url: str | None = None) -> Workspace:
    """Open the museum's workspace, make it where there is none, and bring its schema up to date.

    Parameters
    ----------
    url : an SQLAlchemy URL of SQLite or PostgreSQL; else that of the environment variable PARTNERSPIEGEL_DB, else an
        SQLite file in the user's data folder.

    Raises
    ------
    WorkspaceError
        It cannot be reached or written, is damaged, or was kept with a newer version of this app.
    """
    database = Database(url or os.environ.get(ADDRESS) or default_url())
    if database.path is not None:
        _make_file(database, database.path)
    else:
        migrate(database)
    clean_up(database)
    forget_old_copy(database, dt.datetime.now(dt.UTC))
    return Workspace(database)


def default_url() -> URL:
    """Return the URL of the SQLite file in the user's data folder."""
    from platformdirs import user_data_path

    path = user_data_path("partnerspiegel", appauthor=False) / "partnerspiegel.db"
    return URL.create("sqlite", database=str(path))


def _make_file(database: Database, path: Path) -> None:
    """Make or check the SQLite file; one process at a time, for the change to WAL does not wait for others."""
    from filelock import FileLock

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(path.name + ".lock"), timeout=60):
            database.use_wal()
            migrate(database)
    except OSError as error:
        raise WorkspaceError(
            Message.of("We cannot reach what you kept. Is the disk or the database server there?")
        ) from error
