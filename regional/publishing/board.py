"""What a board sees of a publication: what stands out, what was agreed and what is asked; then detail on demand.

Pure: from a stored publication to HTML, the same for the link, the preview and the file. Everything typed is
escaped; nothing runs, nothing is fetched, and nothing is drawn that the publication does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from regional.charts.states import state_symbol
from regional.mirror.result import Status
from regional.publishing.board_finding import finding_card
from regional.publishing.board_theme import money_detail, reach_detail, silent_themes, theme_detail, wish_detail
from regional.publishing.document import document
from regional.publishing.publication import PURPOSES, SCHEMA, Both, Publication, PublishedGoal, Purpose, Theme
from regional.questionnaire.page_text import unescaped
from regional.sentences import state_words
from regional.texts import N_, Texts

if TYPE_CHECKING:
    from regional.publishing.store import Shared

_NAME = "partnerspiegel-publication"
_KEPT = re.compile(rf'<meta name="{_NAME}" content="([^"]*)"')
STYLE = Path(__file__).with_name("board.css")
Scheme = Literal["light", "dark", "auto"]
_ORDER = (Status.CLEARLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_LESS, Status.POSSIBLY_MORE, Status.IN_LINE)
_ASKED: tuple[Purpose, ...] = ("decide", "discuss", "inform")
TOO_LITTLE = N_("Too little is known so far to compare with the region.")
LEFT_OUT = N_("What partners told us, and what we still want to ask them, is not among what stands out here.")
ABOUT = (
    N_("No partner is named here. What partners told us is shown only where five or more of them did."),
    N_("“<5” is fewer than five, nobody included. Sometimes another group is hidden too, to protect those few."),
    N_("For the same reason we do not always tell how many partners answered."),
    N_("A difference is called clear only where it is almost certainly no coincidence. Nobody gets a mark."),
)


@cache
def board_style() -> str:
    """Return the style sheet of :func:`board_html`; all its rules are below ``.ps-board``."""
    return STYLE.read_text(encoding="utf-8")


def board_html(shared: Shared, t: Texts, scheme: Scheme = "auto") -> str:
    """Return the body of the page: HTML without scripts, in the language of ``t``.

    ``scheme`` "auto" follows the reader's system.
    """
    publication = shared.publication
    inside = [_head(publication, t), _first(publication, t), _others(publication, t), _why(shared, t),
              _read_on(publication, t), _about(publication, t)]  # fmt: skip
    return f'<div class="ps-board ps-{scheme}" lang="{t.language}">{"".join(inside)}</div>'


def board_file(shared: Shared, t: Texts) -> str:
    """Return the same as one file that needs nothing else; the publication itself stands in its head.

    So what comes next can be held beside the file (:func:`published_in`).
    """
    publication = shared.publication
    head = f'<meta name="{_NAME}" content="{escape(publication.to_json())}">'
    body = f"<main>{board_html(shared, t)}</main>"
    return document(publication.frame.title, body, t, style=board_style(), head=head)


def published_in(file: bytes) -> str | None:
    """Return the publication, as JSON, that a file of :func:`board_file` holds; None where it holds none."""
    found = _KEPT.search(file.decode("utf-8", "replace"))
    return unescaped(found[1]) if found else None


def _head(publication: Publication, t: Texts) -> str:
    frame = publication.frame
    meeting = [t("meeting of {date}", date=t.date(frame.meeting))] if frame.meeting else []
    partners = t.plural("{n} partner", "{n} partners", publication.n)
    line = " · ".join([part for part in (publication.region, partners, frame.period) if part] + meeting)
    return f'<header><h1>{escape(frame.title)}</h1><p class="ps-quiet">{escape(line)}</p></header>'


def _first(publication: Publication, t: Texts) -> str:
    """What fits the first screen of a phone: what stands out most, what was agreed, and what is asked."""
    how = _section(t("How are we doing?"), _finding(publication, t))
    return f'<div class="ps-first">{how}{_section(t("When are we doing well?"), _agreed(publication, t))}</div>'


def _finding(publication: Publication, t: Texts) -> str:
    found = publication.findings
    if found and not isinstance(found[0], Both):
        return finding_card(found[0], publication, t)
    if found or publication.schema_ != SCHEMA or not publication.themes:
        basis = f'<p class="ps-quiet">{escape(_sentence(publication.basis.in_(t.language)))}</p>'
        return _list(finding.in_(t.language) for finding in found if isinstance(finding, Both)) + basis
    is_compared = any(row.state and row.state in _ORDER for theme in publication.themes for row in theme.rows)
    told = N_("No clear difference in what is shown here.") if is_compared else TOO_LITTLE
    return f"<p>{escape(t(told))}</p>"


def _others(publication: Publication, t: Texts) -> str:
    """The other findings beside each other, and what is never among them."""
    cards = [finding_card(f, publication, t) for f in publication.findings[1:] if not isinstance(f, Both)]
    more = _section(t("This stands out too"), f'<div class="ps-cards">{"".join(cards)}</div>') if cards else ""
    return f'{more}<p class="ps-quiet">{escape(t(LEFT_OUT))}</p>'


def _states(themes: Sequence[Theme], t: Texts) -> str:
    items = []
    for state in _ORDER:
        told = [words for theme in themes if (words := _told(theme, state, t))]
        if told:
            glyph = f'<span class="ps-glyph" aria-hidden="true">{state_symbol(state).glyph}</span>'
            items.append(f"<li>{glyph}<b>{escape(state_words(state, t))}</b><br>{escape('; '.join(told))}</li>")
    return f'<ul class="ps-states">{"".join(items)}</ul>' if items else ""


def _told(theme: Theme, state: Status, t: Texts) -> str:
    """Name what of a theme is in ``state``: all of it, or some groups; "" for nothing."""
    title, found = theme.title.in_(t.language), [row for row in theme.rows if row.state == state.value]
    if not found or len(found) == len(theme.rows):
        return title if found else ""
    if state is Status.IN_LINE:
        return t("{theme} (partly)", theme=title)
    return f"{title}: {', '.join(row.label.in_(t.language) for row in found)}"


def _news(shared: Shared, t: Texts) -> str:
    if shared.since is None:
        return ""
    same = f"<p>{escape(t('The same picture as last time.'))}</p>"
    told = _list(line.in_(t.language) for line in shared.news) if shared.news else same
    return _section(t("New since {date}", date=t.date(shared.since)), told)


def _why(shared: Shared, t: Texts) -> str:
    """What the director explains, what is new, and what the museum stands for; nothing where nothing is told."""
    frame = shared.publication.frame
    parts = [(t("Why is that so?"), _paragraphs(frame.explanation)),
             (t("What we stand for"), _paragraphs(frame.vision))]  # fmt: skip
    told = [_section(title, inside) for title, inside in parts if inside]
    inside = "".join([*told, _news(shared, t)])
    return f'<div class="ps-cards">{inside}</div>' if inside else ""


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in map(str.strip, text.splitlines()) if line)


def _read_on(publication: Publication, t: Texts) -> str:
    """Everything that is shown by theme, on demand; what is not, in a line."""
    details = [theme_detail(theme, t) for theme in publication.themes if theme.rows]
    details += [reach_detail(publication, t)] if publication.reach else []
    details += [wish_detail(publication, t)] if publication.wishes else []
    details += [money_detail(publication, t)] if publication.money else []
    told = [_states(publication.themes, t), *details, silent_themes(publication.themes, t)]
    return _section(t("Read on"), "".join(told)) if any(told) else ""


def _agreed(publication: Publication, t: Texts) -> str:
    goals = "".join(f"<li>{_goal(goal, t)}</li>" for goal in publication.frame.goals)
    told = f"<ul>{goals}</ul>" if goals else f"<p>{escape(t('No goals have been agreed on yet.'))}</p>"
    return told + _asked(publication, t)


def _goal(goal: PublishedGoal, t: Texts) -> str:
    facts = [goal.target, t("in {year}", year=str(goal.year)) if goal.year else "", goal.owner]
    line = ", ".join(fact for fact in facts if fact)
    so_far = f"<br>{escape(goal.so_far)}" if goal.so_far else ""
    quiet = f'<br><span class="ps-quiet">{escape(line)}</span>' if line else ""
    return f"<b>{escape(goal.text)}</b>{so_far}{quiet}"


def _asked(publication: Publication, t: Texts) -> str:
    points = publication.frame.points
    if not points:
        return ""
    parts = [f"<h3>{escape(t('What we ask of you'))}</h3>"]
    for purpose in _ASKED:
        texts = [point.text for point in points if point.purpose == purpose]
        if texts:
            parts.append(f"<p><i>{escape(_sentence(t(PURPOSES[purpose]), end=''))}</i></p>{_list(texts)}")
    return f'<div class="ps-asked">{"".join(parts)}</div>'


def _about(publication: Publication, t: Texts) -> str:
    tables = sorted({f"{theme.source} ({theme.year})" for theme in publication.themes if theme.source})
    source = [t("Region: CBS, {tables}; CC BY 4.0.", tables=", ".join(tables))] if tables else []
    made = t("Frozen on {date}. It does not change after that.", date=t.date(publication.made))
    lines = [*(t(text) for text in ABOUT), *source, made]
    return f'<footer class="ps-quiet">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</footer>'


def _section(title: str, inside: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{inside}</section>"


def _list(items: Iterable[str]) -> str:
    told = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{told}</ul>" if told else ""


def _sentence(text: str, end: str = ".") -> str:
    """Return ``text`` with a capital, and a full stop where it has no end yet."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else end)
