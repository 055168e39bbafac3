"""The agenda as a calendar file that Outlook, Google and Apple read (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Alarm

REMIND = dt.timedelta(days=-7)


@dataclass(frozen=True)
class CalendarEntry:
    """One dated thing: a conversation, an action, a review. ``uid`` stays the same when it is exported again."""

    uid: str
    day: dt.date
    title: str
    details: str = ""
    remind: bool = True


def calendar(entries: Iterable[CalendarEntry], name: str, made: dt.datetime) -> bytes:
    """Return the entries as whole days, each with a reminder a week before.

    Days are events, not tasks: the calendars that museums use show no tasks from a file. Nobody is invited.

    Parameters
    ----------
    name : what the calendar is called.
    made : the moment of export, with its time zone.
    """
    from icalendar import Calendar, Event

    book = Calendar()
    book.add("prodid", "-//Partnerspiegel//NL")
    book.add("version", "2.0")
    book.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.uid}@partnerspiegel")
        event.add("dtstamp", made)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + dt.timedelta(days=1))
        event.add("summary", entry.title)
        event.add("transp", "TRANSPARENT")
        if entry.details:
            event.add("description", entry.details)
        if entry.remind:
            event.add_component(_reminder(entry.title))
        book.add_component(event)
    return bytes(book.to_ical())


def _reminder(title: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", REMIND)
    return alarm
