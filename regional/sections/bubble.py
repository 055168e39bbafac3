"""What the page Our bubble says of how partners were found, how near, how long and how alike they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from regional import sentences as say
from regional.charts.picture import picture
from regional.charts.renewal import YearCount, renewal_chart
from regional.sections.section import Section
from regional.sentences import bubble as words

if TYPE_CHECKING:
    from regional.bubble.bubble import Bubble
    from regional.cbs.figures import Provenance
    from regional.mirror.settings import Settings
    from regional.texts import Texts


@dataclass(frozen=True)
class BubbleSections:
    """The sections of one bubble; ``home`` is the name of the museum's municipality, ``source`` where people live."""

    seen: Bubble
    home: str
    settings: Settings
    source: Provenance
    t: Texts
    dark: bool = False

    def known(self) -> dict[str, Callable[[], Section]]:
        """Return name -> what makes the section, of what something is known of."""
        seen = self.seen
        parts = {
            "found": (seen.found.n_known > 0, self.found),
            "near": (seen.near.located > 0, self.near),
            "ties": (seen.ties.known > 0, self.ties),
            "alike": (any(same.share is not None for same in seen.alike.traits), self.alike),
            "money": (bool(seen.money or seen.amount.undirected), self.money),
            "unreached": (bool(seen.reach_known or seen.places), self.unreached),
        }
        return {name: make for name, (is_known, make) in parts.items() if is_known}

    def heading(self, name: str) -> str:
        """Return what a section is called among the others."""
        t = self.t
        return {
            "found": t("How found?"),
            "near": t("How close?"),
            "ties": t("How long?"),
            "alike": t("How alike?"),
            "money": t("Money"),
            "unreached": t("Whom do we hardly reach?"),
        }[name]

    def found(self) -> Section:
        """How partners were found."""
        found, t = self.seen.found, self.t
        drawn = replace(picture(found, t, settings=self.settings), title=words.found_title(found, t))
        return Section(self.heading("found"), [" ".join(words.found_sentences(found, t))], drawing=drawn)

    def near(self) -> Section:
        """How near partners sit, beside how near people live."""
        near, t = self.seen.near, self.t
        settings = self.settings.model_copy(update={"weight": "count"})
        drawn = picture(near.result, t, settings=settings, provenance=self.source)
        told = [" ".join(words.near_sentences(near, self.home, t)), say.certainty_sentence(near.result, t, "count")]
        return Section(self.heading("near"), told, drawing=drawn)

    def ties(self) -> Section:
        """How long relationships last, and what each year brought."""
        ties, t = self.seen.ties, self.t
        years = [YearCount(y.year, y.active, y.joined, y.left) for y in ties.years]
        title, told = words.ties_title(ties, t), [" ".join(words.ties_sentences(ties, t))]
        drawn = renewal_chart(years, title, t, dark=self.dark)
        if drawn is None:
            return Section(self.heading("ties"), more=(Section(title, told),))
        return Section(self.heading("ties"), told, drawing=drawn)

    def alike(self) -> Section:
        """How alike partners are."""
        alike, t = self.seen.alike, self.t
        told = Section(words.alike_title(alike, t), items=words.alike_sentences(alike, t))
        return Section(self.heading("alike"), more=(told,))

    def money(self) -> Section:
        """On whom the money rests."""
        t = self.t
        flows = [
            Section(words.money_title(flow, t), [" ".join(words.money_sentences(flow, t))]) for flow in self.seen.money
        ]
        return Section(self.heading("money"), words.undirected_sentences(self.seen.amount, t), more=tuple(flows))

    def unreached(self) -> Section:
        """Whom nobody or one partner reaches, each with what to do."""
        t, near, places = self.t, self.seen.near, self.seen.places
        told = [words.what_to_do(None, t)]
        unknown = near.result.n_unknown
        if not near.located or near.located < unknown:
            places, told = (), [words.few_places_sentence(near.located, near.located + unknown, t)]
        elif not places:
            told = [t("In every municipality of the region at least two partners are based or work.")]
        where = Section(t("Municipalities"), items=[words.place_sentence(place, t) for place in places],
                        more=(Section("", told),))  # fmt: skip
        return Section(self.heading("unreached"), more=(self._groups(), where), is_beside=True)

    def _groups(self) -> Section:
        t, seen = self.t, self.seen
        if seen.reach_known == 0:
            return Section(t("Groups"), [
                t("Of no partner do we know yet whom it reaches. Begin with the column vooral_voor.")])  # fmt: skip
        by_few = [[group for group in seen.groups if group.main + group.also == few] for few in (0, 1)]
        told = [
            Section("", items=[say.reach_sentence(group, t, seen.reach_known) for group in some],
                    more=(Section("", [words.what_to_do(some[0], t)]),))
            for some in by_few if some
        ]  # fmt: skip
        return Section(t("Groups"), [] if seen.groups else [t("At least two partners reach every group.")],
                       more=tuple(told))  # fmt: skip
