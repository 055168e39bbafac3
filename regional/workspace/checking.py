"""From what a user typed to a record, or to what to show beside each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from regional.texts import Message
from regional.workspace.errors import Invalid
from regional.workspace.stored import Record

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

R = TypeVar("R", bound=Record)


def checked(kind: type[R], values: Mapping[str, Any]) -> R:
    """Return a record of what was typed.

    Raises
    ------
    Invalid
        ``fields`` holds a message for every field that is not right.
    """
    from pydantic import ValidationError

    try:
        return kind.model_validate(dict(values))
    except ValidationError as error:
        raise Invalid(beside_fields(error)) from error


def beside_fields(error: ValidationError) -> dict[str, Message]:
    """Return field -> what to show beside it; the first fault of each field."""
    found: dict[str, Message] = {}
    for detail in error.errors(include_url=False):
        found.setdefault(str(detail["loc"][0]) if detail["loc"] else "", _message(detail))
    return found


def _message(detail: ErrorDetails) -> Message:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in ("missing", "string_too_short", "too_short"):
        return Message.of("Fill this in.")
    if kind == "string_too_long":
        return Message.of("This is too long: at most {n} characters.", n=context["max_length"])
    if kind.startswith(("date", "datetime")):
        return Message.of("This is not a date. Write it as 23-11-2026, or choose it in the calendar.")
    if kind.startswith(("int_", "float_", "finite")):
        return Message.of("This is not a number.")
    if kind in ("literal_error", "enum"):
        return Message.of("Choose one from the list.")
    if kind == "answered_before_asked":
        return Message.of("The answer cannot come before the question. Check both dates.")
    return _bound(kind, context)


def _bound(kind: str, context: Mapping[str, Any]) -> Message:
    for bound, text in (
        ("ge", Message.of("This must be {n} or more.", n=context.get("ge"))),
        ("gt", Message.of("This must be more than {n}.", n=context.get("gt"))),
        ("le", Message.of("This must be {n} or less.", n=context.get("le"))),
        ("lt", Message.of("This must be less than {n}.", n=context.get("lt"))),
    ):
        if kind.startswith(("greater", "less")) and bound in context:
            return text
    return Message.of("This cannot be kept as it stands.")
