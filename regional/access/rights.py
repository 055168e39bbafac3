"""What each visitor may do. Every page and every action asks here, in Python, not only on screen."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from regional.access.modes import Access, Mode
from regional.texts import N_, Message


class Deed(StrEnum):
    """Everything that asks for a right."""

    VIEW = "view"
    EDIT = "edit"
    PREVIEW = "preview"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    EXPORT = "export"
    EXPORT_NAMES = "export_names"
    ERASE = "erase"
    BACKUP = "backup"
    RESTORE = "restore"


@dataclass(frozen=True)
class Permission:
    """Whether an action is allowed, and if not, why."""

    allowed: bool
    reason: Message | None = None


_VIEWER = N_("You can look at everything here, but not change or share it.")
_NEEDS_SERVER = N_("A link needs a server where your museum signs in. You can download files.")
_NO = N_("You cannot open this.")
_LINKS = frozenset({Deed.PUBLISH, Deed.WITHDRAW})
_READING = frozenset({Deed.VIEW, Deed.PREVIEW, Deed.EXPORT})


def may(access: Access, action: Deed) -> Permission:
    """Return whether a visitor may do ``action``; what is not allowed in so many words is refused."""
    refusal = _refusal(access, action)
    return Permission(refusal is None, refusal)


def _refusal(access: Access, action: Deed) -> Message | None:
    if access.mode is Mode.SIGNED_IN and access.role == "editor":
        return None
    if access.mode is Mode.SIGNED_IN and access.role == "viewer":
        return None if action in _READING else Message.of(_VIEWER)
    if access.mode is Mode.LOCAL:
        return Message.of(_NEEDS_SERVER) if action in _LINKS else None
    if access.mode is Mode.VISITOR:  # alone with what lives as long as the window, a backup of it too
        return (access.reason or Message.of(_NEEDS_SERVER)) if action in _LINKS else None
    return access.reason or Message.of(_NO)


def safe_page(wanted: object, pages: Collection[str]) -> str:
    """Return the page to open after signing in: ``wanted`` where it is exactly one of our own pages, else "".

    No address, path or query is ever followed: open redirects (OWASP, "Unvalidated Redirects").
    """
    is_name = isinstance(wanted, str) and re.fullmatch(r"[a-z0-9_-]{1,60}", wanted) is not None
    return str(wanted) if is_name and wanted in pages else ""
