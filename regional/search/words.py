"""The search profile in words: whom we look for, why, how many it takes, and the open call.

Organisations are looked for and invited, never persons of a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.search.sufficiency import LESS
from regional.sentences.words import capital, share_words, uncapital
from regional.texts import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regional.search.profile import Ask, Gap, Reached, SearchProfile, Wanted
    from regional.texts import Texts

_KINDS = {
    "": N_("a partner"),
    "content": N_("a content partner"),
    "supplier": N_("a supplier"),
    "funder": N_("a funder"),
}
_PEOPLE = {
    "0-15": N_("children aged 0 to 15"),
    "15-25": N_("young people aged 15 to 25"),
    "25-45": N_("people aged 25 to 45"),
    "45-65": N_("people aged 45 to 65"),
    "65+": N_("people of 65 or older"),
    "women": N_("women"),
    "men": N_("men"),
    "basis_vmbo_mbo1": N_("people with primary school, vmbo or mbo 1"),
    "havo_vwo_mbo24": N_("people with havo, vwo or mbo 2–4"),
    "hbo_wo": N_("people with hbo or university"),
    "lowest_40": N_("people among the 40 % with the lowest income in the country"),
    "middle_40": N_("people with an income in between"),
    "highest_20": N_("people among the 20 % with the highest income in the country"),
    "netherlands": N_("people with origin in the Netherlands"),
    "europe": N_("people with origin in Europe, outside the Netherlands"),
    "outside_europe": N_("people with origin outside Europe"),
    "single": N_("people who live on their own"),
    "without_children": N_("households without children"),
    "with_children": N_("households with children"),
    "disability": N_("people with a disability"),
    "newcomers": N_("people who are new in the Netherlands"),
    "low_literacy": N_("people who find reading hard"),
    "lgbtiq": N_("people who are LGBTIQ+"),
}
_AREAS = {
    "1": N_("in a very strongly urban municipality"),
    "2": N_("in a strongly urban municipality"),
    "3": N_("in a moderately urban municipality"),
    "4": N_("in a hardly urban municipality"),
    "5": N_("in the countryside"),
}
_QUESTIONS = {
    "location": N_("where they are based"),
    "urbanity": N_("where they are based"),
    "age": N_("the ages of the people they serve"),
    "sex": N_("whether they serve women and men alike"),
    "education": N_("the education of the people they serve"),
    "income": N_("the incomes of the people they serve"),
    "reach": N_("whom they reach"),
}


def wanted_title(wanted: Wanted, t: Texts) -> str:
    """Return whom we look for: "een inhoudelijke partner die jongeren van 15 tot 25 jaar bereikt"."""
    who = t(_KINDS[wanted.kind])
    if wanted.dimension == "location":
        return t("{who} in {place}", who=who, place=t(wanted.label))
    if wanted.dimension == "urbanity":
        return f"{who} {t(_AREAS[wanted.group])}"
    if wanted.dimension == "sector":
        return t("{who} in the sector {sector}", who=who, sector=uncapital(t(wanted.label)))
    return t("{who} that reaches {people}", who=who, people=people(wanted, t))


def people(wanted: Wanted, t: Texts) -> str:
    """Return the people that the wanted partner reaches, as they stand inside a sentence."""
    return t(_PEOPLE[wanted.group]) if wanted.group in _PEOPLE else uncapital(t(wanted.label))


def wanted_sentences(wanted: Wanted, partners: int, t: Texts) -> list[str]:
    """Return why, how sure, how many it takes and where more does not help. ``partners``: size of the portfolio."""
    lines = _reasons(wanted, t)
    if wanted.gap is not None:
        lines += _numbers(wanted, wanted.gap, partners, t)
    if wanted.near:
        lines.append(t("Preferably in {place}: there too partners are less present.", place=wanted.near))
    return lines


def _reasons(wanted: Wanted, t: Texts) -> list[str]:
    lines = []
    if wanted.chosen:
        lines.append(t("You chose this yourself."))
    elif wanted.mentioned:
        lines.append(t("You wrote about this under “What is going on here?”."))
    if wanted.gap is not None:
        lines.append(_gap(wanted, wanted.gap, t))
    if wanted.reached is not None:
        lines.append(_reached(wanted.reached, t))
    if wanted.gap is None and wanted.reached is None:
        lines.append(t("How far we reach this group now, we do not know yet."))
    return lines


def _gap(wanted: Wanted, gap: Gap, t: Texts) -> str:
    shares = t(
        "In the region {region}, among our partners {ours}.",
        region=share_words(gap.region_share, t),
        ours=share_words(gap.partner_share, t),
    )
    return f"{shares} {_sure(wanted, gap, t)}"


def _sure(wanted: Wanted, gap: Gap, t: Texts) -> str:
    if wanted.sure:
        return t("Chance does not explain that difference.")
    if gap.status in LESS:
        return _clear_at(gap, t)
    if gap.status in (Status.CLEARLY_MORE, Status.POSSIBLY_MORE):
        return t("So the group is there already.")
    return t("That is no clear difference.")


def _reached(reached: Reached, t: Texts) -> str:
    known = t.number(reached.known)
    if reached.partners == 0:
        return t("None of the {known} partners of which we know whom they reach, reaches them.", known=known)
    return t.plural(
        "Of the {known} partners of which we know whom they reach, {n} reaches them.",
        "Of the {known} partners of which we know whom they reach, {n} reach them.",
        reached.partners,
        known=known,
    )


def _clear_at(gap: Gap, t: Texts) -> str:
    """Return what would be sure, beside a lack that is not."""
    if gap.clear_at is None:
        return t.plural(
            "With {n} partner no count would be surely too few.",
            "With {n} partners no count would be surely too few.",
            gap.n,
        )
    if gap.clear_at < 1:
        return t("Not sure yet: that takes none at all among {n} partners.", n=t.number(gap.n))
    count = t.number(gap.clear_at, 1 if gap.clear_at % 1 else 0)
    return t("Not sure yet: that takes {count} or fewer among {n} partners.", count=count, n=t.number(gap.n))


def _numbers(wanted: Wanted, gap: Gap, partners: int, t: Texts) -> list[str]:
    """Return how many it takes, or that more does not help; of a lack that is not sure only what makes it even."""
    if gap.status not in LESS:
        return [t("For the mirror, more of them is not needed. Look for content and fit.")]
    if not wanted.sure:
        return _parity(gap, 0, t)
    if gap.to_in_line is None:
        return [t("No number of partners brings this to “no clear difference”. More of them does not help here.")]
    lines = [_in_line(gap, gap.to_in_line, t), *_parity(gap, gap.to_in_line, t)]
    if gap.to_in_line > partners:
        lines.append(t("That is more than all your partners now. One good conversation is worth more than the number."))
    if gap.fractions:
        lines.append(
            t("Counted for partners that work for this group alone; for a wider public it takes more of them.")
        )
    return lines


def _in_line(gap: Gap, n: int, t: Texts) -> str:
    return t.plural(
        "With {n} such partner more there is no clear difference any more.",
        "With {n} such partners more there is no clear difference any more.",
        n,
    )


def _parity(gap: Gap, in_line: int, t: Texts) -> list[str]:
    if gap.to_parity is None:
        return [t("The same share as in the region cannot be reached this way.")]
    if gap.to_parity <= in_line:
        return [t("Then the share is at least that of the region as well.")]
    return [
        t.plural(
            "With {n}, the share is at least that of the region.",
            "With {n}, the share is at least that of the region.",
            gap.to_parity,
        )
    ]


def ask_sentence(ask: Ask, t: Texts) -> str:
    """Return what to ask first: of how many partners we do not know something yet."""
    return t.plural(
        "Of {n} partner we do not know yet: {what}.",
        "Of {n} partners we do not know yet: {what}.",
        ask.unknown,
        what=t(_QUESTIONS.get(ask.dimension, N_("what this is about"))),
    )


def ask_sentences(asks: Iterable[Ask], t: Texts) -> list[str]:
    """Return what to ask first, each once: two themes may rest on one question, such as where a partner is based."""
    return list(dict.fromkeys(ask_sentence(ask, t) for ask in asks))


def profile_headline(profile: SearchProfile, t: Texts) -> str:
    """Return in one line what the profile says."""
    if not profile.wanted:
        return (
            t("Too little is known to say whom to look for")
            if profile.ask_first
            else t("The mirror gives no direction: look for content and fit")
        )
    first = capital(wanted_title(profile.wanted[0], t))
    rest = len(profile.wanted) - 1
    if not rest:
        return first
    return t.plural("{first}, and {n} profile more", "{first}, and {n} profiles more", rest, first=first)


def open_call(profile: SearchProfile, t: Texts, museum: str = "") -> str:
    """Return an open call as plain text, to paste on a website or in a letter and to change.

    It invites organisations and promises nothing; it names shares nor gaps. Text of the museum's own is taken in
    as it is. With nothing wanted it invites everybody.
    """
    name = museum.strip() or t("our museum")
    parts = [
        call_title(t),
        t("{museum} looks for new partners in {region}.", museum=capital(name), region=profile.region),
        t("We want to be there for everybody who lives here. We cannot do that alone."),
        *_going_on(profile, t),
        *_looked_for(profile, t),
        t(
            "Are you not in this list, but do you see how we could strengthen each other? You are just as welcome. "
            "What you do, and whether we suit each other, comes first."
        ),
        t(
            "What we offer: a conversation as equals about what we can mean to each other, clear agreements, and "
            "payment for work."
        ),
        t("Small organisations and volunteers are welcome. You need no experience with museums."),
        t(
            "Tell us in a few sentences who you are, for whom you work and what you would like to do together. By "
            "e-mail, by telephone, or come by. We answer everybody."
        ),
        t("(name, e-mail address and telephone number of the museum; until when people can respond)"),
    ]
    return "\n\n".join(parts)


def call_title(t: Texts) -> str:
    """Return the heading of the open call."""
    return t("Open call: will you work with us?")


def _going_on(profile: SearchProfile, t: Texts) -> list[str]:
    return [f"{t('What is going on here:')} {profile.needs}"] if profile.needs else []


def _looked_for(profile: SearchProfile, t: Texts) -> list[str]:
    """Return the wanted organisations as a list; none where the profile is empty."""
    # How urban a place is says nothing to who reads a call: a place or people do.
    told = [wanted for wanted in profile.wanted if wanted.dimension != "urbanity"]
    lines = list(dict.fromkeys(f"- {_invited(wanted, t)}" for wanted in told))
    return [t("We would especially like to get to know organisations like these:") + "\n" + "\n".join(lines)] * bool(
        lines
    )


def _invited(wanted: Wanted, t: Texts) -> str:
    if wanted.dimension == "location":
        return t("an organisation in {place}", place=t(wanted.label))
    if wanted.dimension == "sector":
        return t("a company in the sector {sector}", sector=uncapital(t(wanted.label)))
    return t("an organisation that does something for or with {people}", people=people(wanted, t))
