"""What a page gets: the reader's texts and choices, the region, the partners and, when asked for, the mirror.

Results are cached by content (digests), so that a rerun computes only what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from regional.cbs.figures import Figures, Origin, RegionProfile
from regional.charts.theme import Palette, palette
from regional.geo.regions import DEFAULT_SPEC, Region, RegionError, parse_region
from regional.mirror.result import Mirror
from regional.mirror.settings import Settings
from regional.partners.imported import ImportResult
from regional.partners.portfolio import Portfolio
from regional.texts import N_, Message, Texts, texts
from regional.texts.catalogue import Language
from regional.ui import choices, finder, own_figures, storage
from regional.ui.memo import by_key

if TYPE_CHECKING:
    from regional.cbs.divisions import Move

T = TypeVar("T")


@dataclass(frozen=True)
class View:
    """Everything one page needs, for one visitor and one rerun."""

    t: Texts
    settings: Settings
    figures: Figures
    region: Region
    profile: RegionProfile
    imported: ImportResult
    palette: Palette
    region_problems: tuple[Message, ...] = ()

    @property
    def portfolio(self) -> Portfolio:
        """The partners on screen."""
        return self.imported.portfolio

    @property
    def region_name(self) -> str:
        """The region's name in the reader's language."""
        return self.t(self.region.name)

    @cached_property
    def country(self) -> RegionProfile:
        """The Netherlands, to show beside the region."""
        return replace(_country(self.figures.digest, self.figures), name=self.t("the Netherlands"))

    def mirror(self, **changes: Any) -> Mirror:  # noqa: ANN401 - the values of Settings
        """Return the mirror of the choices in the address, with ``changes`` to its Settings."""
        settings = self.settings.model_copy(update=changes) if changes else self.settings
        if settings not in self._mirrors:
            key = (self.portfolio.digest, self.profile.digest, settings)
            self._mirrors[settings] = _mirror(key, self.portfolio, self.profile)
        return self._mirrors[settings]

    @cached_property
    def _mirrors(self) -> dict[Settings, Mirror]:
        return {}

    @cached_property
    def partner_ids(self) -> dict[str, str]:
        """Return name -> id of the partners on screen that are no persons, in the order of the file."""
        ids = storage.row_ids(self.portfolio)
        return self.once("partner_ids", lambda: storage.partner_ids(self.portfolio, ids), ids)

    def once(self, name: str, make: Callable[[], T], *of: Hashable) -> T:
        """Return what ``make`` draws or works out of this view and ``of``: made once for the same content.

        What is made belongs to everybody who sees the same, so nobody changes it.
        """
        key = (name, self.t.language, self.palette.dark, self._content, of)
        made: T = _once(key, make)
        return made

    @cached_property
    def _content(self) -> tuple[Hashable, ...]:
        digests = (self.figures.digest, self.profile.digest, self.portfolio.digest)
        return (*digests, self.region.spec, self.settings)

    def sources_line(self) -> str:
        """Say in one line which figures are on screen and of what date."""
        t, sources = self.t, self.figures.provenance
        years = sorted({source.year for source in sources.values()})
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        live = [s for s in sources.values() if s.origin is not Origin.SNAPSHOT and s.retrieved]
        if not live:
            return t(EMBEDDED, span=span)
        newest = max(source.retrieved for source in live if source.retrieved)
        return t(PULLED, span=span, date=t.date(newest))


EMBEDDED = N_("Source: CBS, {span} (CC BY 4.0). Figures that come with the app; nothing was fetched.")
PULLED = N_("Source: CBS, {span} (CC BY 4.0). Fetched on {date}; see Sources for each table.")


def make_view(language: Language, choice_box: Any) -> View:  # noqa: ANN401 - a Streamlit container
    """Read the choices of this rerun, drawing their widgets in ``choice_box``."""
    t = texts(language)
    figures = load_figures()
    region, problems = _region_choice(choice_box, figures, t)
    settings = storage.own_settings(choices.mirror_choices(choice_box, t))
    return View(
        t=t,
        settings=settings,
        figures=figures,
        region=region,
        profile=own_figures.enlarged(_profile((region.spec, language, figures.digest), figures, region, t)),
        imported=_imported(figures),
        palette=palette(dark=st.context.theme.type == "dark"),
        region_problems=problems,
    )


def _imported(figures: Figures) -> ImportResult:
    """Return the partners on screen, their municipalities as the figures have them."""
    from regional.partners.division import on_division

    current = storage.current(sample())
    moves = _moves((current.portfolio.digest, figures.digest), current.portfolio, figures)
    return on_division(current, figures.names, moves)


def load_figures() -> Figures:
    """Return the best figures on this machine; memoised by the state of the cache folder."""
    from regional.cbs.pull import load_figures as load

    return load()


def current_spec() -> str:
    """Return the region of the address, in callbacks."""
    return str(st.session_state.get("region") or "") or storage.default_region()


def set_region(spec: str) -> None:
    """Change the region, from a callback."""
    choices.set_choice("region", spec, storage.default_region())


@by_key(1)
def sample() -> ImportResult:
    """Return the embedded, fictitious partners."""
    from regional.partners.sample import load_sample

    return load_sample()


def _region_choice(box: Any, figures: Figures, t: Texts) -> tuple[Region, tuple[Message, ...]]:  # noqa: ANN401
    with box:
        default = storage.default_region()
        spec = choices.bound("region") or default
        try:
            region = _region((spec, figures.digest), figures)
            problems = region.moved
        except RegionError as error:
            region, problems = _region((DEFAULT_SPEC, figures.digest), figures), (error.message,)
        finder.box(region, figures, t, "region_pick")
    return region, problems


@by_key(512)
def _once(key: Hashable, _make: Callable[[], T]) -> T:
    return _make()


@by_key(64)
def _moves(key: tuple[str, str], _portfolio: Portfolio, _figures: Figures) -> dict[str, Move]:
    from regional.partners.division import moves_of

    return moves_of(_portfolio, _figures.names)


def forget_drawn() -> None:
    """Let go of what was drawn before, after an erasure: names may stand in it."""
    _once.clear()


@by_key(64)
def _region(key: tuple[str, str], _figures: Figures) -> Region:
    return parse_region(key[0], _figures)


@by_key(64)
def _profile(key: tuple[str, str, str], _figures: Figures, _region: Region, _t: Texts) -> RegionProfile:
    from regional.cbs.profile import profile

    return profile(_figures, _region.codes, _t(_region.name))


@by_key(4)
def _country(digest: str, _figures: Figures) -> RegionProfile:
    from regional.cbs.profile import country

    return country(_figures)


@by_key(128)
def _mirror(key: tuple[str, str, Settings], _portfolio: Portfolio, _profile: RegionProfile) -> Mirror:
    from regional.mirror.reflect import reflect

    return reflect(_portfolio, _profile, key[2])
