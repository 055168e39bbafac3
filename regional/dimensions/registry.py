"""The entries. Order is the order on screen.

Category names follow CBS (StatLine, Kerncijfers wijken en buurten; Begrippen): in full, without
words for people that CBS gave up. Sector groups are those of the KWB table.
"""

from __future__ import annotations

from regional.dimensions.model import Category, Dimension, LabelKind, Role, Sensitivity
from regional.texts import N_

_AGE = (
    Category("0-15", N_("0 to 15 years"), N_("0–15"), "leeftijd_0_15", ("0 tot 15", "kinderen", "children")),
    Category("15-25", N_("15 to 25 years"), N_("15–25"), "leeftijd_15_25", ("15 tot 25", "jongeren", "youth")),
    Category("25-45", N_("25 to 45 years"), N_("25–45"), "leeftijd_25_45", ("25 tot 45",)),
    Category("45-65", N_("45 to 65 years"), N_("45–65"), "leeftijd_45_65", ("45 tot 65",)),
    Category("65+", N_("65 years or older"), N_("65+"), "leeftijd_65_plus", ("65 plus", "ouderen", "elderly")),
)
_SEX = (
    Category("women", N_("Women"), "", "vrouwen", ("vrouw", "female")),
    Category("men", N_("Men"), "", "mannen", ("man", "male")),
)
_EDUCATION = (
    Category(
        "basis_vmbo_mbo1",
        N_("Primary school, vmbo or mbo 1"),
        N_("Primary, vmbo, mbo 1"),
        "opleiding_basis_vmbo_mbo1",
        ("basisonderwijs, vmbo, mbo1", "vmbo"),
    ),
    Category(
        "havo_vwo_mbo24",
        N_("Havo, vwo or mbo 2–4"),
        N_("Havo, vwo, mbo 2–4"),
        "opleiding_havo_vwo_mbo24",
        ("havo, vwo, mbo2-4", "mbo"),
    ),
    Category("hbo_wo", N_("Hbo or university"), N_("Hbo, university"), "opleiding_hbo_wo", ("hbo, wo", "hbo", "wo")),
)
_INCOME = (
    Category(
        "lowest_40",
        N_("Among the 40 % with the lowest income in the country"),
        N_("Lowest 40 %"),
        "inkomen_laagste_40",
        ("laagste 40%", "laagste inkomens"),
    ),
    Category(
        "middle_40",
        N_("In between"),
        N_("Middle 40 %"),
        "inkomen_midden_40",
        ("middelste 40%", "middeninkomens"),
    ),
    Category(
        "highest_20",
        N_("Among the 20 % with the highest income in the country"),
        N_("Highest 20 %"),
        "inkomen_hoogste_20",
        ("hoogste 20%", "hoogste inkomens"),
    ),
)
_ORIGIN = (
    Category("netherlands", N_("Origin in the Netherlands"), N_("Netherlands"), "herkomst_nederland"),
    Category("europe", N_("Origin in Europe, outside the Netherlands"), N_("Europe"), "herkomst_europa"),
    Category("outside_europe", N_("Origin outside Europe"), N_("Outside Europe"), "herkomst_buiten_europa"),
)
_BIRTH_ORIGIN = (
    Category("nl_nl", N_("Origin in the Netherlands (all)"), N_("Origin Netherlands"), "geboren_herkomst_nl"),
    Category("nl_europe", N_("Born here, origin in Europe"), "", "geboren_nl_herkomst_europa"),
    Category("nl_outside", N_("Born here, origin outside Europe"), "", "geboren_nl_herkomst_buiten_europa"),
    Category("abroad_europe", N_("Born abroad, origin in Europe"), "", "geboren_buitenland_herkomst_europa"),
    Category(
        "abroad_outside",
        N_("Born abroad, origin outside Europe"),
        "",
        "geboren_buitenland_herkomst_buiten_europa",
    ),
)
_URBANITY = (
    Category("1", N_("Very strongly urban: 2,500 or more addresses per km²"), N_("Very strongly urban")),
    Category("2", N_("Strongly urban: 1,500 to 2,500 addresses per km²"), N_("Strongly urban")),
    Category("3", N_("Moderately urban: 1,000 to 1,500 addresses per km²"), N_("Moderately urban")),
    Category("4", N_("Hardly urban: 500 to 1,000 addresses per km²"), N_("Hardly urban")),
    Category("5", N_("Countryside: fewer than 500 addresses per km²"), N_("Countryside")),
)
_SECTOR = (
    Category("A", N_("Agriculture, forestry and fishing"), N_("Agriculture")),
    Category("B-F", N_("Industry, energy and construction"), N_("Industry, energy")),
    Category("G+I", N_("Trade, hotels and restaurants"), N_("Trade, hospitality")),
    Category("H+J", N_("Transport, information and communication"), N_("Transport, ICT, media")),
    Category("K-L", N_("Finance and real estate"), N_("Finance, real estate")),
    Category("M-N", N_("Business services"), N_("Business services")),
    Category("O-Q", N_("Government, education and care"), N_("Government, education, care")),
    Category("R-U", N_("Culture, recreation and other services"), N_("Culture, recreation, other")),
)
_HOUSEHOLD = (
    Category(
        "single",
        N_("One-person households"),
        N_("One person"),
        "",
        ("eenpersoonshuishoudens", "alleenstaanden"),
    ),
    Category(
        "without_children",
        N_("Households without children"),
        N_("Without children"),
        "",
        ("zonder kinderen",),
    ),
    Category("with_children", N_("Households with children"), N_("With children"), "", ("met kinderen", "gezinnen")),
)
_KIND = (
    Category(
        "funder",
        N_("Funder"),
        "",
        "",
        (
            "financier",
            "sponsor",
            "subsidiënt",
            "subsidient",
            "fonds",
            "funder",
            "financiers",
            "sponsoren",
            "sponsors",
            "hoofdsponsor",
            "hoofdsponsoren",
            "sponsoring",
            "subsidiënten",
            "subsidienten",
            "subsidiegever",
            "subsidiegevers",
            "subsidieverstrekker",
            "subsidie",
            "subsidies",
            "fondsen",
            "vermogensfonds",
            "vermogensfondsen",
            "cultuurfonds",
            "donateur",
            "donateurs",
            "begunstiger",
            "begunstigers",
            "mecenas",
            "mecenassen",
            "schenker",
            "gever",
            "gift",
            "giften",
            "donatie",
            "donaties",
            "medefinancier",
            "geldgever",
            "geldgevers",
            "bedrijfssponsor",
            "funders",
            "bedrijfsvriend",
            "bedrijfsvrienden",
            "business club",
            "donor",
            "donors",
            "grantmaker",
            "financieel",
        ),
    ),
    Category(
        "content",
        N_("Content partner"),
        "",
        "",
        (
            "inhoudelijk",
            "inhoudelijke partner",
            "content",
            "inhoudelijke partners",
            "educatie",
            "educatiepartner",
            "educatieve partner",
            "samenwerking",
            "samenwerkingen",
            "samenwerkingspartner",
            "samenwerkingspartners",
            "media",
            "mediapartner",
            "mediapartners",
            "kennispartner",
            "kennispartners",
            "programmering",
            "programmapartner",
            "projectpartner",
            "projectpartners",
            "onderzoek",
            "culturele partner",
            "culturele partners",
            "bruikleengever",
            "bruikleengevers",
            "bruikleen",
            "co-productie",
            "coproductie",
            "coproducent",
            "netwerkpartner",
            "netwerk",
            "maatschappelijke partner",
            "maatschappelijke partners",
            "publiekspartner",
            "content partner",
        ),
    ),
    Category(
        "supplier",
        N_("Supplier"),
        "",
        "",
        (
            "leverancier",
            "supplier",
            "leveranciers",
            "suppliers",
            "crediteur",
            "crediteuren",
            "inkoop",
            "dienstverlener",
            "dienstverleners",
            "aannemer",
            "opdrachtnemer",
            "vendor",
            "vendors",
            "facilitair",
            "inhuur",
            "levering",
        ),
    ),
)
_SIZE = (
    Category("1", N_("One person"), "", "", ("zzp", "zelfstandige")),
    Category("2-9", N_("2 to 9 people"), "", "", ("2 tot 10",)),
    Category("10-49", N_("10 to 49 people"), "", "", ("10 tot 50", "klein")),
    Category("50-249", N_("50 to 249 people"), "", "", ("50 tot 250", "middelgroot", "midden")),
    Category("250+", N_("250 people or more"), "", "", ("250 of meer", "groot")),
)
_HOW_FOUND = (
    Category("network", N_("Through our own network"), "", "", ("netwerk", "eigen netwerk", "via via")),
    Category("approached_us", N_("They came to us"), "", "", ("kwam zelf", "zelf gekomen", "benaderde ons")),
    Category("we_searched", N_("We searched for them"), "", "", ("zelf gezocht", "wij zochten", "gezocht")),
    Category("open_call", N_("Open call or tender"), "", "", ("open oproep", "aanbesteding", "tender")),
    Category(
        "referred",
        N_("Introduced by another partner"),
        "",
        "",
        ("voorgesteld", "via partner", "doorverwezen"),
    ),
    Category("always_been", N_("Has always been there"), "", "", ("altijd al", "al jaren", "onbekend begin")),
)
_STAGE = (
    Category("not_discussed", N_("Not discussed"), "", "", ("niet besproken",)),
    Category("not_yet", N_("Not now"), "", "", ("nu niet", "nog geen thema", "not a theme yet")),
    Category("exploring", N_("Talking about it"), "", "", ("praat erover", "verkent", "exploring")),
    Category(
        "policy",
        N_("Has agreements or a policy"),
        "",
        "",
        ("heeft afspraken of beleid", "afspraken", "beleid"),
    ),
    Category("daily", N_("It is their daily work"), "", "", ("is ons dagelijks werk", "dagelijks werk")),
    # Kept from lists of earlier years; beside where an organisation stands rather than a stand of its own.
    Category("shares", N_("Happy to share"), "", "", ("deelt graag", "deelt ervaring", "shares experience")),
)

DIMENSIONS: tuple[Dimension, ...] = (
    Dimension(
        "location", N_("Place"), Role.MIRROR, LabelKind.LABEL, N_("inhabitants"),
        N_("Are our partners where the inhabitants are?"), field="municipality", headline=True, ordered=False,
    ),
    Dimension(
        "urbanity", N_("City and countryside"), Role.MIRROR, LabelKind.LABEL, N_("inhabitants"),
        N_("Are our partners in town or in the country?"), _URBANITY, "urbanity", headline=True,
    ),
    Dimension(
        "age", N_("Age"), Role.MIRROR, LabelKind.FRACTIONS, N_("inhabitants"),
        N_("For which ages do our partners mainly work?"), _AGE, headline=True, missed=("0-15", "15-25", "65+"),
        sensitivity=Sensitivity.PEOPLE,
    ),
    Dimension(
        "sex", N_("Women and men"), Role.MIRROR, LabelKind.FRACTIONS, N_("inhabitants"),
        N_("Do our partners mainly work for women, or for men?"), _SEX, headline=True, missed=("women",),
        sensitivity=Sensitivity.PEOPLE,
    ),
    Dimension(
        "education", N_("Education"), Role.MIRROR, LabelKind.FRACTIONS, N_("inhabitants aged 15 to 75"),
        N_("For people with which education do our partners mainly work?"), _EDUCATION, headline=True,
        missed=("basis_vmbo_mbo1",),
        sensitivity=Sensitivity.PEOPLE,
    ),
    Dimension(
        "income", N_("Income"), Role.MIRROR, LabelKind.FRACTIONS, N_("persons in private households"),
        N_("For people with which incomes do our partners mainly work?"), _INCOME, headline=True, missed=("lowest_40",),
        sensitivity=Sensitivity.PEOPLE,
    ),
    Dimension(
        "origin", N_("Origin"), Role.MIRROR, LabelKind.FRACTIONS, N_("inhabitants"),
        N_("What are the origins of the people our partners serve?"), _ORIGIN, default_on=False,
        sensitivity=Sensitivity.SPECIAL,
    ),
    Dimension(
        "birth_origin", N_("Origin and country of birth"), Role.MIRROR, LabelKind.FRACTIONS,
        N_("inhabitants"),
        N_("What are the origins and countries of birth of the people our partners serve?"), _BIRTH_ORIGIN,
        default_on=False, sensitivity=Sensitivity.SPECIAL,
    ),
    Dimension(
        "sector", N_("Sector"), Role.CONTEXT, LabelKind.LABEL, N_("business establishments"),
        N_("Which sectors do our partners come from?"), _SECTOR, "sector", ordered=False,
    ),
    Dimension(
        "household", N_("Households"), Role.CONTEXT, LabelKind.MULTI, N_("private households"),
        N_("In what kinds of households do people here live?"), _HOUSEHOLD, field="mainly_for",
        sensitivity=Sensitivity.PEOPLE,
    ),
    Dimension(
        "kind", N_("Kind of partner"), Role.CONTEXT, LabelKind.MULTI, "",
        N_("What kinds of partners do we have?"), _KIND, "kinds", has_region=False,
    ),
    Dimension(
        "size", N_("Size"), Role.CONTEXT, LabelKind.LABEL, "",
        N_("How big are our partners?"), _SIZE, "size", has_region=False,
    ),
    Dimension(
        "how_found", N_("How we found each other"), Role.CONTEXT, LabelKind.LABEL, "",
        N_("How did we find our partners?"), _HOW_FOUND, "how_found", has_region=False, ordered=False,
    ),
    Dimension(
        "stage", N_("Where partners stand on diversity and inclusion"), Role.CONTEXT, LabelKind.LABEL, "",
        N_("Where do our partners stand on diversity and inclusion, by their own account?"), _STAGE, "stage",
        has_region=False, ordered=False, sensitivity=Sensitivity.PEOPLE,
    ),
)  # fmt: skip

# Groups of inhabitants that a partner can reach. The last four have no regional figure.
NO_FIGURE_GROUPS: tuple[Category, ...] = (
    Category("disability", N_("People with a disability"), "", "", ("beperking", "mensen met een beperking")),
    Category("low_literacy", N_("People who find reading hard"), "", "", ("laaggeletterd", "laaggeletterden")),
    Category("lgbtiq", N_("LGBTIQ+ people"), "", "", ("lhbtiq+", "lhbtiq", "lhbti")),
    Category("newcomers", N_("Newcomers"), "", "", ("nieuwkomers", "statushouders", "vluchtelingen", "asielzoekers")),
)
EVERYONE = Category("everyone", N_("Everyone"), "", "", ("iedereen", "alle inwoners", "algemeen publiek"))
"""In place of groups: a partner that is there for all inhabitants. It reaches every group and has none."""

_DISTANCE = (
    Category("home", N_("In the museum's own municipality")),
    Category("to_10", N_("To 10 kilometres")),
    Category("to_25", N_("10 to 25 kilometres")),
    Category("to_50", N_("25 to 50 kilometres")),
    Category("beyond_50", N_("Further than 50 kilometres")),
)

# Needs to know where the museum stands, so it is not part of every mirror: regional.bubble lays it beside.
DERIVED: tuple[Dimension, ...] = (
    Dimension(
        "distance", N_("Distance to the museum"), Role.MIRROR, LabelKind.LABEL, N_("inhabitants"),
        N_("Are our partners nearer to the museum than the inhabitants are?"), _DISTANCE, default_on=False,
    ),
)  # fmt: skip

_BY_ID = {d.id: d for d in (*DIMENSIONS, *DERIVED)}
_REACH_DIMENSIONS = ("age", "sex", "education", "income", "origin", "household")

REACH_GROUPS: tuple[tuple[str, Category], ...] = tuple(
    (dim_id, category) for dim_id in _REACH_DIMENSIONS for category in _BY_ID[dim_id].categories
) + tuple(("", category) for category in NO_FIGURE_GROUPS)
"""(dimension id or "" where no regional figure exists, category); category ids are unique here."""


def dimension(dimension_id: str) -> Dimension:
    """Return the registry entry with this id; KeyError where there is none."""
    return _BY_ID[dimension_id]


def people_dimensions() -> tuple[Dimension, ...]:
    """Return the dimensions that partners fill with shares of the people they serve or employ."""
    return tuple(d for d in DIMENSIONS if d.kind is LabelKind.FRACTIONS)


def reach_group_ids() -> tuple[str, ...]:
    """Return the ids that ``vooral_voor`` and ``bereikt_ook`` may hold."""
    return tuple(category.id for _, category in REACH_GROUPS)


def category_label(dimension_id: str, category_id: str) -> str:
    """Return the catalogue text of a category; the id itself where the registry has none (places)."""
    for category in _BY_ID[dimension_id].categories:
        if category.id == category_id:
            return category.label
    return category_id
