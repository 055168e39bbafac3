"""By form: one HTML page that stands by itself, behind a link or as a file without any connection.

Behind a link it saves as it is typed and sends; as a file it gives a small file and a block of text to send back. Where
scripts do not run it is a page to print.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regional.questionnaire.answers import APP, FORMAT, KIND
from regional.questionnaire.privacy import notice
from regional.questionnaire.questions import ALONE, GOOD_ANSWERS, LONGEST, MARKS, PARTS, Option, QuestionPart
from regional.questionnaire.reply_lines import ANSWER, END, FILLED, MADE, REFERENCE
from regional.questionnaire.response import GOOD, Said
from regional.texts import N_

if TYPE_CHECKING:
    from regional.texts import Texts

FOLDER = Path(__file__).parent
TEXTS = {
    "most": N_("Choose at most {n}."),
    "saving": N_("Saving…"),
    "saved": N_("Kept for you. Nobody sees it until you send it."),
    "away": N_("This cannot be kept just now. What you typed is still here; try again in a moment."),
    "closed": N_("This form is closed. Nothing was kept."),
    "sent": N_("Sent. Thank you! You can still change it until the form closes."),
    "wiped": N_("Everything was wiped."),
    "wipe": N_("Wipe everything that you filled in here?"),
    "empty": N_("Nothing is filled in yet."),
    "copied": N_("Copied."),
    "file": N_("answers"),
    "leave": N_("Is this about a person? Take it out, or leave it as it is where it is the name of an organisation."),
    "person": N_("This looks like something about a person: {found}"),
}


LOOK = N_(
    "You are signed in as a member of the museum. So you see the form and nothing that your partner filled in, and "
    "nothing is kept of what you do here."
)


@dataclass(frozen=True)
class QuestionForm:
    """What is asked of one partner, and what it needs to know before it answers.

    ``ours`` are the museum's own answers (part -> words) and ``vision`` its own: the museum goes first. ``until`` is
    the last day of a link, None for a file; ``said`` what was filled in before. Behind a link: ``is_sent``, ``said`` is
    what was sent; ``was_sent``, something was; ``is_begun``, somebody typed here; ``is_look``, a member of the museum
    looks at the empty form. ``places`` are the municipalities of the museum's region, to choose from. ``back`` is what
    the museum learnt and will do, for who answered.
    """

    partner_id: str
    name: str
    museum: str
    made_on: dt.date
    vision: str = ""
    ours: Mapping[str, str] = field(default_factory=dict)
    months: int = 24
    until: dt.date | None = None
    parts: Sequence[str] = tuple(PARTS)
    said: Mapping[str, Said] = field(default_factory=dict)
    is_sent: bool = False
    was_sent: bool = False
    is_begun: bool = False
    is_look: bool = False
    places: Sequence[str] = ()
    back: tuple[str, str] | None = None


def form_html(form: QuestionForm, t: Texts, *, behind_link: bool = False) -> str:
    """Return what stands in the page's body; everything typed is escaped."""
    museum = form.museum or t("(name of the museum)")
    intro = t("{museum} asks {name} six questions. It takes about two minutes.", museum=museum, name=form.name)
    about = t("It is about your organisation, not about persons. Answering is voluntary and has no consequences for "
              "our cooperation or for any amount.")  # fmt: skip
    parts = "".join(_part(PARTS[part_id], form, t) for part_id in form.parts)
    look = f'<p class="pv-look">{_(t(LOOK))}</p>' if form.is_look else ""
    inert = " inert" if form.is_look else ""
    return (
        f"<header><h1>{_(t('Six questions about our cooperation'))}</h1><p>{_(intro)}</p><p>{_(about)}</p>"
        f"{_until(form, t)}{look}</header>{_back(form, t)}{_ours(form, t)}"
        f'<form id="pv-form" novalidate autocomplete="off"{inert}>{parts}{_buttons(t, behind_link)}</form>'
        f'<p id="pv-status" role="status" aria-live="polite"></p>{_result(form, t, behind_link)}'
        f"{_notice(form, t)}{_config(form, t, behind_link)}"
    )


def _(text: str) -> str:
    return escape(text)


def _until(form: QuestionForm, t: Texts) -> str:
    if form.until is None:
        return ""
    told = t("You can fill this in, change it and wipe it until {date}. You may stop halfway and open the link again.",
             date=t.date(form.until))  # fmt: skip
    return f"<p>{_(told)}</p>"


def _back(form: QuestionForm, t: Texts) -> str:
    """Return what the museum learnt and will do."""
    if form.back is None:
        return ""
    pairs = zip((t("What we learnt"), t("What we will do")), form.back, strict=True)
    parts = "".join(f"<dt>{_(title)}</dt><dd>{_(text)}</dd>" for title, text in pairs if text)
    return f'<section class="pv-back"><h2>{_(t("What came of the answers"))}</h2><dl>{parts}</dl></section>'


def _ours(form: QuestionForm, t: Texts) -> str:
    """Return what the museum answers itself: it goes first."""
    rows = "".join(
        f"<dt>{MARKS[part_id]}. {_(t(PARTS[part_id].text))}</dt><dd>{_(form.ours[part_id])}</dd>"
        for part_id in form.parts
        if form.ours.get(part_id)
    )
    vision = f"<p>{_(form.vision)}</p>" if form.vision else ""
    if not rows and not vision:
        return ""
    return f"<details><summary>{_(t('Our own vision and answers first'))}</summary>{vision}<dl>{rows}</dl></details>"


def _part(asked: QuestionPart, form: QuestionForm, t: Texts) -> str:
    said = form.said.get(asked.id, Said())
    helped = f'<p class="pv-help" id="h-{asked.id}">{_(t(asked.help))}</p>' if asked.help else ""
    described = f' aria-describedby="h-{asked.id}"' if asked.help else ""
    most = f' data-most="{asked.most}"' if asked.most > 1 else ""
    boxes = "".join(_box(asked, option, said, t) for option in asked.options)
    good = "".join(_box(asked, option, said, t) for option in GOOD_ANSWERS)
    return (
        f'<fieldset id="q-{asked.id}" data-part="{asked.id}"{most}{described}>'
        f"<legend>{MARKS[asked.id]}. {_(t(asked.text))}</legend>{helped}"
        f'<div class="pv-options">{boxes}</div>{_words(asked, said, t)}<p class="pv-person" role="alert"></p>'
        f'{_places(asked, form)}<div class="pv-options pv-good">{good}</div></fieldset>'
    )


def _box(asked: QuestionPart, option: Option, said: Said, t: Texts) -> str:
    kind = "radio" if asked.most == 1 or not asked.options else "checkbox"
    # A part of own words alone has its good answers as boxes: they can be taken back.
    kind = "checkbox" if not asked.options else kind
    alone = " data-alone" if option.code in ALONE or option.code in GOOD else ""
    ticked = " checked" if option.code in said.codes else ""
    return (
        f'<label><input type="{kind}" name="{asked.id}" value="{option.code}"{alone}{ticked}>'
        f"<span>{_(t(option.text))}</span></label>"
    )


def _words(asked: QuestionPart, said: Said, t: Texts) -> str:
    if not asked.words:
        return ""
    return (
        f'<label class="pv-words"><span>{_(t(asked.words))}</span>'
        f'<textarea name="{asked.id}" rows="{asked.lines}" maxlength="{LONGEST}">{_(said.words)}</textarea></label>'
    )


def _places(asked: QuestionPart, form: QuestionForm) -> str:
    """Return buttons that put a municipality with the own words, and take it away again; only scripts use them."""
    if asked.column != "werkgebied" or not form.places:
        return ""
    buttons = "".join(f'<button type="button" class="pv-place" aria-pressed="false">{_(name)}</button>'
                      for name in form.places)  # fmt: skip
    return f'<div class="pv-places" hidden>{buttons}</div>'


def _buttons(t: Texts, behind_link: bool) -> str:
    send = t("Send") if behind_link else t("Make my answer ready")
    return (
        f'<p class="pv-buttons"><button type="submit" id="pv-send">{_(send)}</button>'
        f'<button type="button" id="pv-wipe" class="pv-quiet">{_(t("Wipe everything"))}</button></p>'
        f"<noscript><p>{_(t('Scripts are off. Print this page, fill it in and send it back.'))}</p></noscript>"
    )


def _result(form: QuestionForm, t: Texts, behind_link: bool) -> str:
    """Return the summary to print, and for a file what to send back."""
    told = (
        t("This is what you sent.")
        if behind_link
        else t("Send the file, or the text below, back to the address from which you got this form.")
    )
    back = (
        ""
        if behind_link
        else f'<p class="pv-buttons"><a id="pv-file" download href="#">{_(t("Save the file"))}</a>'
        f'<button type="button" id="pv-copy">{_(t("Copy the text"))}</button></p>'
        f'<label class="pv-words"><span>{_(t("Text to send back"))}</span>'
        '<textarea id="pv-block" rows="8" readonly></textarea></label>'
    )
    return (
        f'<section id="pv-result" hidden><h2 tabindex="-1">{_(t("Your answers"))}</h2><p>{_(told)}</p>{back}'
        f'<dl id="pv-summary"></dl><p class="pv-buttons"><button type="button" id="pv-print">{_(t("Print"))}</button>'
        "</p></section>"
    )


def _notice(form: QuestionForm, t: Texts) -> str:
    lines = "".join(f"<li>{_(line)}</li>" for line in notice(form.museum, form.months, t))
    return f"<details><summary>{_(t('Privacy: what happens with this'))}</summary><ul>{lines}</ul></details>"


def _config(form: QuestionForm, t: Texts, behind_link: bool) -> str:
    """Return what the script needs as data: nothing in it runs."""
    from regional.questionnaire.persons import for_script

    data: dict[str, Any] = {
        "link": behind_link, "isSent": form.is_sent, "begin": _begin(form, t),
        "texts": {key: t(text) for key, text in TEXTS.items()},
        "good": sorted(GOOD), "persons": for_script(t, (form.name, form.museum)),
    }  # fmt: skip
    if not behind_link:
        data["file"] = {"app": APP, "kind": KIND, "format": FORMAT, "partner": form.partner_id, "name": form.name,
                        "made": f"{form.made_on:%Y-%m-%d}"}  # fmt: skip
        data["block"] = {"answer": t(ANSWER), "end": t(END), "made": t(MADE), "filled": t(FILLED),
                         "reference": t(REFERENCE)}  # fmt: skip
    text = json.dumps(data, ensure_ascii=True).replace("<", "\\u003c")
    return f'<script type="application/json" id="pv-config">{text}</script>'


def _begin(form: QuestionForm, t: Texts) -> str:
    """Return what a partner that comes back reads first."""
    if form.is_sent:
        return t("You sent this. You can still change it until the form closes.")
    if form.was_sent:
        return t("You changed something since you sent it. Send it again if we may have that.")
    return t("You began earlier. Nobody sees it until you send it.") if form.is_begun else ""


@cache
def script() -> str:
    """Return the script of the form, the same behind a link and in a file."""
    return (FOLDER / "form.js").read_text(encoding="utf-8")


@cache
def style() -> str:
    """Return the style of the form."""
    return (FOLDER / "form.css").read_text(encoding="utf-8")
