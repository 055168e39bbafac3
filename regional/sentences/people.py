"""For whom partners mainly work, in counts: of partners and not of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.texts import Texts

_CERTAIN = {
    "age": N_("certain ages"),
    "sex": N_("women or for men"),
    "education": N_("people with a certain education"),
    "income": N_("people with a certain income"),
}
_FOR = {
    "0-15": N_("children to 15 years"),
    "15-25": N_("young people of 15 to 25 years"),
    "25-45": N_("people of 25 to 45 years"),
    "45-65": N_("people of 45 to 65 years"),
    "65+": N_("people of 65 years or older"),
    "women": N_("women"),
    "men": N_("men"),
    "basis_vmbo_mbo1": N_("people with primary school, vmbo or mbo 1"),
    "havo_vwo_mbo24": N_("people with havo, vwo or mbo 2–4"),
    "hbo_wo": N_("people with hbo or university"),
    "lowest_40": N_("people with a low income"),
    "middle_40": N_("people with an income in between"),
    "highest_20": N_("people with a high income"),
}


def is_by_main_groups(result: DimensionResult) -> bool:
    """Tell whether a theme looks at partners by the groups that they mainly work for."""
    return result.basis == "main_groups"


def answered(result: DimensionResult) -> int:
    """Return of how many partners a theme is known: who is there for everyone, or for no group of it, said so too."""
    a = result.answers
    return sum(a.get(case, 0) for case in ("focused", "everyone", "none_named")) if a else result.n_known


def asked_of(result: DimensionResult) -> int:
    """Return how many partners a theme about people is asked of."""
    return sum(n for case, n in result.answers.items() if case != "not_asked_of")


def certain(result: DimensionResult, t: Texts) -> str:
    """Return whom a theme is about: "certain ages"."""
    return t(_CERTAIN.get(result.id, N_("certain groups")))


def people_of(result: DimensionResult, group: Group, t: Texts) -> str:
    """Return whom a group is, as those that somebody works for: "people of 65 years or older"."""
    return t(_FOR[group.id]) if group.id in _FOR else t(group.label)


def counts_sentence(result: DimensionResult, t: Texts) -> str:
    """Return what partners are in a theme: "Of 48 partners 14 work for everyone, 34 mainly for certain ages."."""
    a = result.answers
    focused, everyone, none_named = (a.get(case, 0) for case in ("focused", "everyone", "none_named"))
    answered = focused + everyone + none_named
    if answered == 0:
        return t("We do not know yet for whom our partners mainly work.")
    if not focused and not everyone:
        return t.plural(
            "The only partner of which we know it names no group of this theme.",
            "Of the {n} partners of which we know it, none names a group of this theme.", answered,
        )  # fmt: skip
    parts = [
        t("{n} for everyone", n=t.number(everyone)) if everyone else "",
        t("{n} mainly for {certain}", n=t.number(focused), certain=certain(result, t)) if focused else "",
    ]
    said = t.plural(
        "Of the {n} partner of which we know it, work: {parts}.",
        "Of the {n} partners of which we know it, work: {parts}.",
        answered, parts=t.listed([part for part in parts if part]),
    )  # fmt: skip
    if none_named:
        said += " " + t.plural(
            "{n} names no group of this theme.", "{n} name no group of this theme.", none_named
        )  # fmt: skip
    if focused >= result.min_known:
        return said
    return f"{said} {_too_few(focused, everyone, t)}"


def _too_few(focused: int, everyone: int, t: Texts) -> str:
    if everyone > focused:
        return t("Nearly all work for everyone; whom they reach, we do not know.")
    return t("That is too few to lay beside the region.")


def group_clause(result: DimensionResult, group: Group, t: Texts) -> str:
    """Return our side of a group: "of the 34 partners that mainly work for certain ages, 4 do so for them"."""
    whole = result.answers.get("focused", result.n_known)
    if not whole:
        return t("no partner names a group of this theme")
    values = {"certain": certain(result, t), "count": t.number(group.partners)}
    said = t.plural(
        "of the {n} partner that mainly works for {certain}, {count} does so for them",
        "of the {n} partners that mainly work for {certain}, {count} do so for them",
        whole, **values,
    )  # fmt: skip
    if group.partners == 0:
        said = t.plural(
            "of the {n} partner that mainly works for {certain}, none does so for them",
            "of the {n} partners that mainly work for {certain}, none does so for them",
            whole, **values,
        )  # fmt: skip
    halves = round(2 * (group.partners - group.count))
    return said if not halves else t("{said} ({n} of them half)", said=said, n=t.number(halves))


def not_asked_sentence(result: DimensionResult, t: Texts) -> str:
    """Return of how many partners this is not asked; "" for none."""
    n = result.answers.get("not_asked_of", 0)
    if not n:
        return ""
    return t.plural(
        "{n} funder or supplier: not asked this.", "{n} funders and suppliers: not asked this.", n
    )  # fmt: skip


def grades_sentence(result: DimensionResult, t: Texts) -> str:
    """Return who says so: "said by partners: 12, own estimate: 9"; "" where nobody said anything."""
    told = [(N_("measured by partners: {n}"), "measured"), (N_("said by partners: {n}"), "asked"),
            (N_("our own estimate: {n}"), "own_estimate")]  # fmt: skip
    parts = [t(text, n=t.number(result.grades[grade])) for text, grade in told if result.grades.get(grade)]
    if not parts:
        return ""
    words = ", ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."
