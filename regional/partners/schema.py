"""The columns of the partner file, one row each: what it is called, how it is read, kept, asked, explained and worded.

The template, the export, the editor, what is filled in, the frame, the record and ``docs/partner-file.md`` are made of
this table. To add a column is to add a row here and its Dutch words. What else lists call it stands in
``words/headings.csv`` (:mod:`regional.partners.headings`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import Any

from regional.dimensions import EVERYONE, REACH_GROUPS, dimension, people_dimensions
from regional.partners import values
from regional.partners.places import work_area
from regional.partners.quantities import amount, day, number
from regional.texts import N_

NAME = "naam"


class Type(StrEnum):
    """What a field holds; it settles the dtype of its column in the frame (``regional.partners.frame``)."""

    TEXT = "text"
    CODE = "code"
    CODES = "codes"
    DATE = "date"
    EURO = "euro"
    NUMBER = "number"
    FLAG = "flag"


class Grade(StrEnum):
    """How well something is known, the firmest first (design, "The mirror stands on four rungs")."""

    REGISTER = "register"
    MEASURED = "measured"
    ASKED = "asked"
    OWN_ESTIMATE = "own_estimate"
    PROPOSED = "proposed"


@dataclass(frozen=True)
class PartnerColumn:
    """One column.

    ``field`` is where its value stands in the frame and the record; ``parse`` reads a cell (CellFault where it cannot),
    None for what is read together with others: name, place and country. ``words``: id -> Dutch word to choose from.
    ``question``: the question that an answer ("geen antwoord") counts for, worded as ``asked``. ``grade``: that of a
    value that the museum's own list gives. ``of_organisations``: left blank for a person. ``is_prose``: may hold names.
    ``look``: what the cells of such a column look like in a list (:mod:`regional.partners.lists.looks`).
    """

    name: str
    field: str
    type: Type
    explanation: str
    parse: Callable[[str], Any] | None = None
    words: Callable[[], Mapping[str, str]] | None = None
    question: str = ""
    asked: str = ""
    grade: Grade = Grade.REGISTER
    of_organisations: bool = False
    is_prose: bool = False
    in_editor: bool = True
    width: int = 12
    look: str = ""


def _categories(dimension_id: str) -> Callable[[], Mapping[str, str]]:
    return lambda: {category.id: _dutch(category.label) for category in dimension(dimension_id).categories}


def _groups() -> Mapping[str, str]:
    return {category.id: _dutch(category.label) for category in (EVERYONE, *(group for _, group in REACH_GROUPS))}


def _dutch(text: str) -> str:
    from regional.texts import texts

    return texts("nl")(text)


def _of(dimension_id: str) -> Callable[[str], str]:
    return lambda cell: values.one_of(dimension_id)(cell)


_OWN = Grade.OWN_ESTIMATE
COLUMNS = (
    PartnerColumn(NAME, "name", Type.TEXT, "De naam van de organisatie. Dit is de enige kolom die u moet invullen.",
           width=32, look="name"),
    PartnerColumn("soort", "kinds", Type.CODES,
           "Financier, inhoudelijke partner of leverancier. Sponsor, subsidiënt en fonds begrijpen wij ook. "
           "Meer dan één mag. Leeg? Dan stellen wij soms iets voor.",
           lambda cell: values.kinds()(cell),
           _categories("kind"), "kinds", N_("Kind of partner"), look="kind"),
    PartnerColumn("status", "status", Type.CODE,
           "Actief, mogelijk (een mogelijke partner) of gestopt. Leeg is actief. Alleen wie actief is telt mee.",
           values.choice(values.STATUS), partial(values.words_for, values.STATUS),
           look="status"),
    PartnerColumn("plaats", "place", Type.TEXT, "Waar de partner zit: een plaats of een gemeente.",
           question="place", asked=N_("Where they sit"), look="place"),
    PartnerColumn("gemeente", "municipality", Type.CODE,
           "Alleen nodig als de plaatsnaam vaker voorkomt, zoals Beek of Bergen. Een code zoals GM0928 mag ook.",
           in_editor=False, look="place"),
    PartnerColumn("land", "country", Type.CODE, "Alleen nodig buiten Nederland, bijvoorbeeld Duitsland of België.",
           in_editor=False, look="country"),
    PartnerColumn("werkgebied", "work_area", Type.CODES,
           "Waar de partner vooral werkt: gemeenten, een provincie, een COROP-gebied of landelijk. "
           "Bijvoorbeeld: Kerkrade; Heerlen. Of: provincie Utrecht.",
           work_area, None, "work_area", N_("Where they work"), _OWN, width=22),
    PartnerColumn("sector", "sector", Type.CODE,
           "De bedrijfstak. Kies uit de lijst, of vul een letter of code van de SBI in.",
           values.sector, _categories("sector"), "sector", N_("Sector")),
    PartnerColumn("bedrag", "amount", Type.EURO,
           "Euro per jaar, zonder minteken: 1.250,50, € 2500 of 12k. Geld dat binnenkomt en geld dat uitgaat tellen "
           "wij nooit bij elkaar op.",
           amount, None, "amount", N_("Amount a year")),
    PartnerColumn("sinds", "since", Type.DATE, "Sinds wanneer u samenwerkt: een jaar (2019) of een datum (01-09-2019).",
           day, None, "since", N_("Partner since"), look="date"),
    PartnerColumn("tot", "until", Type.DATE, "Wanneer de samenwerking stopte of stopt. Leeg als er geen einde is.",
           partial(day, end=True), look="date"),
    PartnerColumn("omvang", "size", Type.CODE, "Hoeveel mensen er werken: kies uit de lijst of vul een aantal in.",
           values.size, _categories("size"), "size", N_("Size"), _OWN),
    PartnerColumn("rechtsvorm", "legal_form", Type.CODE,
           "Bijvoorbeeld stichting, bv of eenmanszaak. Een eenmanszaak zien wij als een persoon: "
           "dan blijven fase, visie, bereik en percentages leeg.",
           values.choice(values.LEGAL_FORMS),
           lambda: {**values.words_for(values.LEGAL_FORMS), "cooperatie": "coöperatie"}, look="form"),
    PartnerColumn("hoe_gevonden", "how_found", Type.CODE, "Hoe u elkaar vond. Kies uit de lijst.",
           _of("how_found"), _categories("how_found"), "how_found", N_("How we found each other"), _OWN),
    PartnerColumn("vooral_voor", "mainly_for", Type.CODES,
           "Voor welke groep inwoners de partner er vooral is, bijvoorbeeld 15-25, of: iedereen. "
           "Uw eigen inschatting is goed.",
           lambda cell: values.reach()(cell),
           _groups, "mainly_for", N_("For whom mainly"), _OWN, of_organisations=True, width=24, look="group"),
    PartnerColumn("bereikt_ook", "also_reaches", Type.CODES, "Welke groepen de partner ook bereikt.",
           lambda cell: values.reach()(cell),
           _groups, "also_reaches", N_("Whom else they reach"), _OWN, of_organisations=True,
           width=24, look="group"),
    PartnerColumn("project", "project", Type.TEXT, "In één regel: waarvoor u samenwerkt. Zonder namen van personen.",
           values.text, of_organisations=True, is_prose=True, width=28, look="text"),
    PartnerColumn("samenstelling_van", "shares_of", Type.CODE,
           "Gaan de percentages over het publiek of over het team van de partner?",
           values.choice(values.SHARES_OF),
           partial(values.words_for, values.SHARES_OF), grade=Grade.MEASURED, of_organisations=True, in_editor=False),
    PartnerColumn("samenstelling_aantal", "shares_n", Type.NUMBER,
           "Over hoeveel mensen gaan de percentages? Onder de 25 mensen gebruiken wij ze niet.",
           number, grade=Grade.MEASURED, of_organisations=True, in_editor=False),
    PartnerColumn("samenstelling_bron", "shares_source", Type.TEXT,
           "Waar de percentages vandaan komen, bijvoorbeeld: publieksonderzoek 2025.",
           values.text, grade=Grade.MEASURED, of_organisations=True,
           is_prose=True, in_editor=False, width=28),
    PartnerColumn("fase", "stage", Type.CODE,
           "Waar de partner zelf zegt te staan bij diversiteit en inclusie. Gok dit nooit.",
           _of("stage"), _categories("stage"), "stage", N_("Stage on diversity and inclusion"),
           Grade.ASKED, of_organisations=True),
    PartnerColumn("visie_sluit_aan", "fit", Type.CODE,
           "Waar uw visies elkaar vinden: hier vinden we elkaar, of hier praten we nog over.",
           values.choice(values.FIT), partial(values.words_for, values.FIT),
           "fit", N_("Does our vision meet theirs"), Grade.ASKED, of_organisations=True),
    PartnerColumn("laatste_gesprek", "last_talk", Type.DATE, "De datum van het laatste gesprek over dit onderwerp.",
           day, look="date"),
    PartnerColumn("peildatum", "as_of", Type.DATE,
           "Van welke datum deze gegevens zijn.", day,
           in_editor=False, look="date"),
)  # fmt: skip
"""Every column but the percentages, in the order of the template."""
ONLY_READ = (
    PartnerColumn("postcode", "", Type.TEXT, "Alleen om de gemeente te vinden. Wij bewaren de postcode niet.",
           look="postcode"),
    PartnerColumn("provincie", "", Type.TEXT,
           "Alleen om plaatsen met dezelfde naam uit elkaar te houden. Wij bewaren de provincie niet.",
           look="province"),
    PartnerColumn("jaar", "", Type.TEXT,
           "Het jaar waarover een rij gaat. Rijen van één partner worden samen één partner, met bedragen per jaar.",
           look="year"),
    PartnerColumn("kenmerk", "", Type.TEXT,
           "Het nummer dat een partner in een lijst van ons heeft. Zo blijven twee partners met één naam apart.",
           look="key"),
)  # fmt: skip
"""Columns that a list may have and that help to read it; none of them is kept, nor in the template."""
DERIVED = {
    "kinds_proposed": Type.FLAG, "place_status": Type.CODE, "legal_form_proposed": Type.FLAG, "is_person": Type.FLAG,
}  # fmt: skip
"""Fields of the frame that no column gives by itself."""
SHARES_EXPLAINED = (
    "percentage van 0 tot 100. Alleen als de partner dit zelf geeft. Wij ronden af op 5. "
    "Percentages over herkomst alleen uit de CBS Barometer Culturele Diversiteit; vraag er nooit naar."
)
BY_NAME = {column.name: column for column in COLUMNS}
QUESTIONS = {column.question: column for column in COLUMNS if column.question}
"""Question -> the column that answers it."""
READ = {column.name: column for column in COLUMNS if column.parse}
"""Columns whose cell is read by itself."""


@cache
def share_columns() -> dict[str, tuple[str, str]]:
    """Return column -> (dimension id, category id) for the percentages that a partner may give."""
    return {c.column: (d.id, c.id) for d in people_dimensions() for c in d.categories if c.column}


@cache
def all_columns() -> tuple[str, ...]:
    """Return every column name, in the order of the template: percentages stand before what they are of."""
    names = [column.name for column in COLUMNS]
    position = names.index("samenstelling_van")
    return (*names[:position], *share_columns(), *names[position:])


def explanation(column: str) -> str:
    """Return in plain Dutch what goes into a column; the file is Dutch, headings and all."""
    if column in BY_NAME:
        return BY_NAME[column].explanation
    dimension_id, category_id = share_columns()[column]
    return f"{_dutch(dimension(dimension_id).category(category_id).label)}: {SHARES_EXPLAINED}"


@cache
def look_of(column: str) -> str:
    """Return what the cells of a column look like, "" where nothing tells."""
    return next((known.look for known in (*COLUMNS, *ONLY_READ) if known.name == column), "")


def field_of(column: str) -> str:
    """Return the field that a column fills; of percentages their dimension."""
    return BY_NAME[column].field if column in BY_NAME else share_columns()[column][0]


@cache
def words_of(column: str) -> Mapping[str, str]:
    """Return id -> the Dutch word to choose for it; {} for a column that has none."""
    words = BY_NAME[column].words if column in BY_NAME else None
    return words() if words else {}
