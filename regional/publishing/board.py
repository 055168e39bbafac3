"""What a board sees of a publication: one screen under three questions, then detail on demand.

Pure: from a stored publication to HTML, the same for the link, the preview and the file. Everything typed is
escaped; nothing runs, nothing is fetched, and nothing is drawn that the publication does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from regional.charts.states import state_symbol
from regional.mirror.result import Status
from regional.publishing.board_theme import money_detail, reach_detail, theme_detail, wish_detail
from regional.publishing.document import document
from regional.publishing.publication import PURPOSES, Publication, PublishedGoal, Purpose, Theme
from regional.sentences import state_words
from regional.texts import N_, Texts

if TYPE_CHECKING:
    from regional.publishing.store import Shared

_NAME = "partnerspiegel-publication"
STYLE = Path(__file__).with_name("board.css")
Scheme = Literal["light", "dark", "auto"]
_ORDER = (
    Status.CLEARLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_LESS, Status.POSSIBLY_MORE, Status.IN_LINE,
    Status.TOO_LITTLE_DATA,
)  # fmt: skip
_ASKED: tuple[Purpose, ...] = ("decide", "discuss", "inform")
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
    three = _how(shared, t), _why(publication, t), _when(publication, t)
    themes = [theme_detail(theme, t) for theme in publication.themes]
    reach = [reach_detail(publication, t)] if publication.reach else []
    money = [money_detail(publication, t)] if publication.money else []
    wishes = [wish_detail(publication, t)] if publication.wishes else []
    details = [*themes, *reach, *wishes, *money]
    more = f"<h2>{escape(t('Read on'))}</h2>" if details else ""
    inside = [_head(publication, t), f'<div class="ps-three">{"".join(three)}</div>', more, *details,
              _about(publication, t)]  # fmt: skip
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
    found = _Head()
    found.feed(file.decode("utf-8", "replace"))
    return found.publication


class _Head(HTMLParser):
    publication: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what the page is of; what is typed in it is escaped, so that it holds no tag."""
        values = dict(attrs)
        if tag == "meta" and values.get("name") == _NAME and self.publication is None:
            self.publication = values.get("content")


def _head(publication: Publication, t: Texts) -> str:
    frame = publication.frame
    meeting = [t("meeting of {date}", date=t.date(frame.meeting))] if frame.meeting else []
    line = " · ".join([part for part in (publication.region, frame.period) if part] + meeting)
    return f'<header><h1>{escape(frame.title)}</h1><p class="ps-quiet">{escape(line)}</p></header>'


def _how(shared: Shared, t: Texts) -> str:
    publication = shared.publication
    basis = _sentence(publication.basis.in_(t.language))
    stands_out = _list(sentence.in_(t.language) for sentence in publication.findings) if publication.findings else ""
    parts = [f"<p>{escape(basis)}</p>", stands_out, _states(publication.themes, t), _news(shared, t)]
    goals = publication.frame.goals
    if goals:
        parts.append(f"<h3>{escape(t('What we agreed on'))}</h3>{_list(goal.text for goal in goals)}")
    return _section(t("How are we doing?"), "".join(parts))


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
    title, stated = theme.title.in_(t.language), [row for row in theme.rows if row.state]
    if not theme.rows:
        return title if state is Status.TOO_LITTLE_DATA else ""
    found = [row for row in stated if row.state == state.value]
    if not found:
        return ""
    if len(found) == len(theme.rows):
        return title
    if state is Status.TOO_LITTLE_DATA:
        return title if len(found) == len(stated) else ""
    if state is Status.IN_LINE:
        return t("{theme} (partly)", theme=title)
    return f"{title}: {', '.join(row.label.in_(t.language) for row in found)}"


def _news(shared: Shared, t: Texts) -> str:
    if shared.since is None:
        return ""
    title = f"<h3>{escape(t('New since {date}', date=t.date(shared.since)))}</h3>"
    if not shared.news:
        return f"{title}<p>{escape(t('The same picture as last time.'))}</p>"
    return title + _list(line.in_(t.language) for line in shared.news)


def _why(publication: Publication, t: Texts) -> str:
    lines = [line.strip() for line in publication.frame.explanation.splitlines() if line.strip()]
    told = lines or [t("No explanation was given.")]
    return _section(t("Why is that so?"), "".join(f"<p>{escape(line)}</p>" for line in told))


def _when(publication: Publication, t: Texts) -> str:
    frame = publication.frame
    goals = "".join(f"<li>{_goal(goal, t)}</li>" for goal in frame.goals)
    told = f"<ul>{goals}</ul>" if goals else f"<p>{escape(t('No goals have been agreed on yet.'))}</p>"
    return _section(t("When are we doing well?"), told + _asked(publication, t))


def _goal(goal: PublishedGoal, t: Texts) -> str:
    facts = [goal.target, t("in {year}", year=str(goal.year)) if goal.year else "", goal.owner]
    line = ", ".join(fact for fact in facts if fact)
    return f"<b>{escape(goal.text)}</b>" + (f'<br><span class="ps-quiet">{escape(line)}</span>' if line else "")


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
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def _sentence(text: str, end: str = ".") -> str:
    """Return ``text`` with a capital, and a full stop where it has no end yet."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else end)
