"""What the local CBS serves: nine tables with the shape of CBS's own, filled from the embedded figures.

KWB 2024 has the embedded figures of 2024; other years are those times ``GROWTH``. Of 2026 only people and households
are filled, education up to 2024, income up to 2023. Keys are those seen of 2021, 2024, 2025
and 2026. Wijken and buurten are equal parts of their municipality.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pandas as pd

from regional.cbs.snapshot import load_snapshot
from regional.dimensions import dimension

GROWTH = {2021: 0.97, 2022: 0.98, 2023: 0.99, 2024: 1.0, 2025: 1.01, 2026: 1.02}
KWB_IDS = {2026: "86358NED", 2025: "86165NED", 2024: "85984NED", 2023: "85618NED", 2022: "85318NED"}
OLD_IDS = {2021: "85039NED"}
DIVISION_IDS = {2026: "86247NED", 2025: "86059NED", 2024: "85755NED"}
MODIFIED = "2026-03-31T02:00:00"
SECTIONS = {
    "A": "Landbouw, bosbouw en visserij", "B": "Delfstoffenwinning", "C": "Industrie", "D": "Energievoorziening",
    "E": "Waterbedrijven en afvalbeheer", "F": "Bouwnijverheid", "G": "Handel", "H": "Vervoer en opslag",
    "I": "Horeca", "J": "Informatie en communicatie", "K": "Financiële dienstverlening",
    "L": "Verhuur en handel van onroerend goed", "M": "Specialistische zakelijke diensten",
    "N": "Verhuur en overige zakelijke diensten", "O": "Openbaar bestuur en overheidsdiensten", "P": "Onderwijs",
    "Q": "Gezondheids- en welzijnszorg", "R": "Cultuur, sport en recreatie", "S": "Overige dienstverlening",
}  # fmt: skip
GROUP_OF = {"A": "A", **dict.fromkeys("BCDEF", "B-F"), **dict.fromkeys("GI", "G+I"), **dict.fromkeys("HJ", "H+J"),
            **dict.fromkeys("KL", "K-L"), **dict.fromkeys("MN", "M-N"), **dict.fromkeys("OPQ", "O-Q"),
            **dict.fromkeys("RS", "R-U")}  # fmt: skip

# group titles, outermost first -> (number in 2024, stem, our column); "" is a column that we do not use
HERE, ABROAD = ("Bevolking", "Herkomst", "Geboren in Nederland"), ("Bevolking", "Herkomst", "Geboren buiten Nederland")
KWB: tuple[tuple[tuple[str, ...], int, str, str], ...] = (
    (("Regioaanduiding",), 1, "Gemeentenaam", "name"),
    (("Regioaanduiding",), 2, "SoortRegio", "kind"),
    (("Regioaanduiding",), 3, "Codering", "code"),
    (("Regioaanduiding",), 4, "IndelingswijzigingGemeenteWijkBuurt", "change"),
    (("Bevolking",), 5, "AantalInwoners", "inhabitants"),
    (("Bevolking", "Geslacht"), 6, "Mannen", "sex:men"),
    (("Bevolking", "Geslacht"), 7, "Vrouwen", "sex:women"),
    (("Bevolking", "Leeftijd"), 8, "k_0Tot15Jaar", "age:0-15"),
    (("Bevolking", "Leeftijd"), 9, "k_15Tot25Jaar", "age:15-25"),
    (("Bevolking", "Leeftijd"), 10, "k_25Tot45Jaar", "age:25-45"),
    (("Bevolking", "Leeftijd"), 11, "k_45Tot65Jaar", "age:45-65"),
    (("Bevolking", "Leeftijd"), 12, "k_65JaarOfOuder", "age:65+"),
    (("Bevolking", "Herkomst"), 17, "Nederland", "origin:netherlands"),
    (("Bevolking", "Herkomst"), 18, "EuropaExclusiefNederland", "origin:europe"),
    (("Bevolking", "Herkomst"), 19, "BuitenEuropa", "origin:outside_europe"),
    (HERE, 20, "Nederland", "birth_origin:nl_nl"),
    (HERE, 21, "EuropaExclusiefNederland", "birth_origin:nl_europe"),
    (HERE, 22, "BuitenEuropa", "birth_origin:nl_outside"),
    (ABROAD, 23, "EuropaExclusiefNederland", "birth_origin:abroad_europe"),
    (ABROAD, 24, "BuitenEuropa", "birth_origin:abroad_outside"),
    (("Huishoudens",), 29, "HuishoudensTotaal", "households"),
    (("Huishoudens",), 30, "Eenpersoonshuishoudens", "household:single"),
    (("Huishoudens",), 31, "HuishoudensZonderKinderen", "household:without_children"),
    (("Huishoudens",), 32, "HuishoudensMetKinderen", "household:with_children"),
    (("Bevolking",), 34, "Bevolkingsdichtheid", "per_km2"),
    (("Onderwijs",), 67, "BasisonderwijsVmboMbo1", "education:basis_vmbo_mbo1"),
    (("Onderwijs",), 68, "HavoVwoMbo24", "education:havo_vwo_mbo24"),
    (("Onderwijs",), 69, "HboWo", "education:hbo_wo"),
    (("Arbeid",), 71, "Nettoarbeidsparticipatie", "in_work_pct"),
    (("Inkomen",), 79, "k_40PersonenMetLaagsteInkomen", "income_low"),
    (("Inkomen",), 80, "k_20PersonenMetHoogsteInkomen", "income_high"),
    (("Sociale zekerheid",), 88, "PersonenPerSoortUitkeringAO", "benefits"),
    (("Bedrijfsvestigingen",), 95, "BedrijfsvestigingenTotaal", "establishments"),
    (("Bedrijfsvestigingen",), 96, "ALandbouwBosbouwEnVisserij", "sector:A"),
    (("Bedrijfsvestigingen",), 97, "BFNijverheidEnEnergie", "sector:B-F"),
    (("Bedrijfsvestigingen",), 98, "GIHandelEnHoreca", "sector:G+I"),
    (("Bedrijfsvestigingen",), 99, "HJVervoerInformatieEnCommunicatie", "sector:H+J"),
    (("Bedrijfsvestigingen",), 100, "KLFinancieleDienstenOnroerendGoed", "sector:K-L"),
    (("Bedrijfsvestigingen",), 101, "MNZakelijkeDienstverlening", "sector:M-N"),
    (("Bedrijfsvestigingen",), 102, "OQOverheidOnderwijsEnZorg", "sector:O-Q"),
    (("Bedrijfsvestigingen",), 103, "RUCultuurRecreatieOverigeDiensten", "sector:R-U"),
    (("Stedelijkheid",), 120, "MateVanStedelijkheid", "urbanity"),
    (("Stedelijkheid",), 121, "Omgevingsadressendichtheid", "oad"),
)
KWB_WIDTH = 121
KEYS_2026: Mapping[str, tuple[tuple[int, str], ...]] = {"age:65+": ((12, "k_65JaarTot80Jaar"), (13, "k_80JaarOfOuder"))}
KEYS_2021: Mapping[str, tuple[tuple[int, str], ...]] = {
    "households": ((28, "HuishoudensTotaal"),), "household:single": ((29, "Eenpersoonshuishoudens"),),
    "household:without_children": ((30, "HuishoudensZonderKinderen"),),
    "household:with_children": ((31, "HuishoudensMetKinderen"),), "per_km2": ((33, "Bevolkingsdichtheid"),),
    "education:basis_vmbo_mbo1": ((64, "OpleidingsniveauLaag"),),
    "education:havo_vwo_mbo24": ((65, "OpleidingsniveauMiddelbaar"),),
    "education:hbo_wo": ((66, "OpleidingsniveauHoog"),), "in_work_pct": ((67, "Nettoarbeidsparticipatie"),),
    "income_low": ((73, "k_40PersonenMetLaagsteInkomen"),), "income_high": ((74, "k_20PersonenMetHoogsteInkomen"),),
    "benefits": ((84, "PersonenPerSoortUitkeringAO"),),
    "origin:netherlands": ((17, "WestersTotaal"),), "origin:europe": ((18, "NietWestersTotaal"),),
    **dict.fromkeys(("origin:outside_europe", *(f"birth_origin:{part}" for part in (
        "nl_nl", "nl_europe", "nl_outside", "abroad_europe", "abroad_outside"))), ()),
}  # fmt: skip
PAIRS = (("Gemeenten", "GM"), ("Arbeidsmarktregio's", "AM"), ("COROP-gebieden", "CR"), ("GGD-regio's", "GG"),
         ("Landsdelen", "LD"), ("Provincies", "PV"))  # fmt: skip


@dataclass(frozen=True)
class Table:
    """One table: ``data`` as the typed data set has it, with the rows of DataProperties and of each dimension."""

    id: str
    title: str
    period: str
    data: pd.DataFrame
    properties: pd.DataFrame
    dimensions: Mapping[str, pd.DataFrame]
    modified: str = MODIFIED

    @property
    def topics(self) -> tuple[str, ...]:
        """Keys of the columns with figures."""
        return tuple(self.properties.loc[self.properties["Type"] == "Topic", "Key"])

    def key(self, stem: str, nth: int = 0) -> str:
        """Return the nth key of a stem."""
        return [key for key in self.topics if key.rsplit("_", 1)[0] == stem][nth]

    def parts(self) -> list[str]:
        """Return the names in the service document, in CBS's order."""
        return ["TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups", *self.dimensions]

    def part(self, name: str) -> pd.DataFrame:
        """Return the rows of one part; KeyError where there is none."""
        fixed = {"TypedDataSet": self.data, "DataProperties": self.properties, **self.dimensions}
        if name == "TableInfos":
            info = {"ID": 0, "Title": self.title, "Identifier": self.id, "Period": self.period}
            return pd.DataFrame([{**info, "Modified": self.modified, "ReasonDelivery": "Actualisering"}])
        if name == "CategoryGroups":
            return pd.DataFrame([{"ID": 1, "DimensionKey": next(iter(self.dimensions)), "Title": "Alle"}])
        return _untyped(self.data) if name == "UntypedDataSet" else fixed[name]

    def without(self, *keys: str) -> Table:
        """Return the table with columns that are still null."""
        return replace(self, data=self.data.assign(**dict.fromkeys(keys, pd.array([pd.NA] * len(self.data), "Int64"))))

    def dropping(self, *keys: str) -> Table:
        """Return the table without columns."""
        kept = self.properties[~self.properties["Key"].isin(keys)]
        return replace(self, data=self.data.drop(columns=list(keys)), properties=kept)


def all_tables(*, neighbourhoods: bool = False, shift: int = 0) -> dict[str, Table]:
    """Return all nine; ``shift`` moves every column's number."""
    return dict(_all_tables(neighbourhoods, shift))


@cache
def _all_tables(neighbourhoods: bool, shift: int) -> Mapping[str, Table]:
    tables = [kwb(year, neighbourhoods=neighbourhoods, shift=shift) for year in KWB_IDS]
    tables += [division(year, shift=shift) for year in DIVISION_IDS]
    tables.append(establishments(2007 if neighbourhoods else 2022))
    return {table.id: table for table in tables}


def kwb(year: int, *, neighbourhoods: bool = False, shift: int = 0) -> Table:
    """Return one year of key figures. Columns after the sixtieth have other numbers in other years."""
    ours = _key_figures(year)
    if neighbourhoods:
        ours = _with_parts(ours)
    keyed = {number + shift: (path, stem, values) for number, path, stem, values in _keyed(ours, year)}
    moved = {2026: 1, 2025: 0, 2024: 0, 2023: -2}.get(year, -4)
    rng = np.random.default_rng(year)
    columns: dict[str, pd.Series] = {"ID": pd.Series(range(len(ours))), "WijkenEnBuurten": ours["code"]}
    topics = []
    for number in range(1 + shift, KWB_WIDTH + 1 + shift + moved):
        filler = (("Overige",), "AndereKerncijfers", None)
        path, stem, values = keyed.get(number, filler)
        topics.append((path, f"{stem}_{number}"))
        columns[f"{stem}_{number}"] = pd.Series(rng.integers(0, 9_999, len(ours))) if values is None else values
    places = pd.DataFrame(
        {"Key": ours["code"], "Title": ours["name"].str.strip(), "Description": "", "CategoryGroupID": 1}
    )
    return Table((KWB_IDS | OLD_IDS)[year], f"Kerncijfers wijken en buurten {year}", str(year), pd.DataFrame(columns),
                 properties_of(["WijkenEnBuurten"], topics), {"WijkenEnBuurten": places})  # fmt: skip


def _keyed(ours: pd.DataFrame, year: int) -> Iterator[tuple[int, tuple[str, ...], str, pd.Series]]:
    """Return number, groups, stem and values of each column, as that year's table has them."""
    special = {2026: KEYS_2026}.get(year, KEYS_2021 if year < 2023 else {})
    for path, number, stem, name in KWB:
        values = ours[name]
        after = {2026: int(number > 12), 2023: -2 * (number > 60)}.get(year, -4 * (number > 60) if year < 2023 else 0)
        keys = special.get(name, ((number + after, stem),))
        for nth, (at, spelled) in enumerate(keys):
            part = values if len(keys) == 1 else (values // 3 if nth else values - values // 3)
            yield at, path, spelled, part


def division(year: int, *, shift: int = 0) -> Table:
    """Return which municipality lies in which areas, in pairs of code and name whose numbers differ by year."""
    frame, areas = load_snapshot().municipalities, load_snapshot().areas["name"]
    code = pd.Series(frame.index)
    of = {"GM": (code, frame["name"]), "CR": (frame["corop"], frame["corop"].map(areas)),
          "PV": (frame["province"], frame["province"].map(areas)), "AM": ("AM01", "Zuid-Limburg"),
          "GG": ("GG01", "GGD"), "LD": ("LD01", "Noord-Nederland")}  # fmt: skip
    columns, topics = {"ID": range(len(code)), "RegioS": code}, []
    number = 1 + shift + {2024: 0, 2025: 2, 2026: 4}[year]
    for title, prefix in PAIRS:
        codes, names = of[prefix]
        columns[f"Code_{number}"] = codes if isinstance(codes, str) else codes.to_numpy()
        columns[f"Naam_{number + 1}"] = names if isinstance(names, str) else names.to_numpy()
        topics += [((title,), f"Code_{number}"), ((title,), f"Naam_{number + 1}")]
        number += 3
    data = pd.DataFrame(columns)
    for key in [key for key in data if key.startswith("Code_")]:
        data[key] = data[key].str.ljust(6)
    places = pd.DataFrame({"Key": code, "Title": frame["name"].to_numpy(), "Description": "", "CategoryGroupID": 1})
    return Table(DIVISION_IDS[year], f"Gebieden in Nederland {year}", str(year), data,
                 properties_of(["RegioS"], topics), {"RegioS": places})  # fmt: skip


def establishments(first: int) -> Table:
    """Return establishments by section since ``first``; 483 codes, those of dissolved municipalities null."""
    counts = load_snapshot().counts["sector"]
    gone = [f"GM{n:04d}" for n in range(1, 1999) if f"GM{n:04d}" not in counts.index][:141]
    codes = sorted([*counts.index, *gone])
    keys = {"T001081": "A-U Alle economische activiteiten"}
    keys |= {f"{301000 + 5000 * i} ": f"{section} {title}" for i, (section, title) in enumerate(SECTIONS.items())}
    years = [f"{year}JJ00" for year in range(first, 2027)]
    index = pd.MultiIndex.from_product(
        [keys, codes, years], names=["BedrijfstakkenBranchesSBI2008", "RegioS", "Perioden"]
    )
    data = index.to_frame(index=False)
    by_section = pd.DataFrame({key: _of_section(title[0], counts) for key, title in keys.items() if key[0] != "T"})
    by_section["T001081"] = by_section.sum(axis=1)
    base = by_section.reindex(codes)[list(keys)].T.to_numpy(float).ravel().repeat(len(years))
    grown = base * data["Perioden"].str[:4].astype(int).map(lambda year: GROWTH.get(year, 0.9)).to_numpy()
    data["Vestigingen_1"] = pd.array(np.round(grown), "Int64")
    data.insert(0, "ID", range(len(data)))
    dimensions = {
        "BedrijfstakkenBranchesSBI2008": pd.DataFrame(
            {"Key": list(keys), "Title": list(keys.values()), "CategoryGroupID": 1}
        ),
        "RegioS": pd.DataFrame({"Key": codes, "Title": codes, "CategoryGroupID": 1}),
        "Perioden": pd.DataFrame({"Key": years, "Title": [y[:4] for y in years], "Status": "Definitief"}),
    }
    return Table("81575NED", "Vestigingen van bedrijven; bedrijfstak, gemeente", f"{first}-2026", data,
                 properties_of(list(dimensions), [((), "Vestigingen_1")]), dimensions)  # fmt: skip


def properties_of(dimensions: Sequence[str], topics: Sequence[tuple[tuple[str, ...], str]]) -> pd.DataFrame:
    """Return the rows of DataProperties: dimensions, and topics below their groups."""
    rows = [_property(i, "GeoDimension", name, name, None) for i, name in enumerate(dimensions)]
    group_ids: dict[tuple[str, ...], int] = {}
    for path, key in topics:
        for depth in range(1, len(path) + 1):
            if path[:depth] not in group_ids:
                group_ids[path[:depth]] = len(rows)
                rows.append(_property(len(rows), "TopicGroup", "", path[depth - 1], group_ids.get(path[: depth - 1])))
        rows.append(_property(len(rows), "Topic", key, key.rsplit("_", 1)[0], group_ids.get(path)))
    return pd.DataFrame(rows).astype({"ParentID": "Int64"})


def _property(number: int, kind: str, key: str, title: str, parent: int | None) -> dict[str, object]:
    return {"odata.type": f"Cbs.OData.{kind}", "ID": number, "Position": number, "ParentID": parent, "Type": kind,
            "Key": key or None, "Title": title, "Description": "", "Datatype": "Long", "Unit": "aantal",
            "Decimals": 0, "Default": ".", "PresentationType": "Relative"}  # fmt: skip


def _key_figures(year: int) -> pd.DataFrame:
    """Return our columns for NL00 and all municipalities; parts add up to their base, as whole numbers."""
    figures = load_snapshot()
    plain = figures.municipalities
    base = {"inhabitants": plain["inhabitants"], "households": figures.counts["household"].sum(axis=1).round()}
    frame = pd.DataFrame({name: (values * GROWTH[year]).round() for name, values in base.items()})
    for name, whole in (("sex", "inhabitants"), ("age", "inhabitants"), ("birth_origin", "inhabitants"),
                        ("household", "households"), ("sector", None), ("education", None)):  # fmt: skip
        _divide(frame, name, whole, year)
    born = frame.filter(like="birth_origin:")
    frame["origin:netherlands"] = born["birth_origin:nl_nl"]
    frame["origin:europe"] = born["birth_origin:nl_europe"] + born["birth_origin:abroad_europe"]
    frame["origin:outside_europe"] = born["birth_origin:nl_outside"] + born["birth_origin:abroad_outside"]
    frame["establishments"] = frame.filter(like="sector:").sum(axis=1)
    frame["benefits"] = (plain["disability_benefit_per_1000"] * frame["inhabitants"] / 1000).round()
    frame = pd.concat([frame.sum().to_frame("NL00").T, frame])
    income = figures.counts["income"].div(plain["inhabitants"], axis=0).mul(100).round(1)
    for ours, name in (("income_low", "lowest_40"), ("income_high", "highest_20")):
        frame[ours] = income[name].reindex(frame.index).fillna(40.0 if name == "lowest_40" else 20.0)
    for column in ("urbanity", "oad", "per_km2", "in_work_pct"):
        frame[column] = plain[column].reindex(frame.index).fillna(plain[column].median())
    return _typed(_labelled(frame, plain["name"]), year)


def _divide(frame: pd.DataFrame, name: str, whole: str | None, year: int) -> None:
    counts = load_snapshot().counts[name].mul(GROWTH[year]).round()
    if name == "education":
        counts = counts.mul(0.75).round()
    columns = [category.id for category in dimension(name).categories]
    if whole:
        counts[columns[-1]] += frame[whole] - counts.sum(axis=1)
    frame[[f"{name}:{column}" for column in columns]] = counts[columns]


def _labelled(frame: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    frame = frame.rename_axis("code").reset_index()
    frame["name"] = frame["code"].map(names).fillna("Nederland").str.ljust(40)
    frame["kind"] = np.where(frame["code"] == "NL00", "Land      ", "Gemeente  ")
    frame["change"] = "1  "
    frame["code"] = frame["code"].str.ljust(10)
    return frame


def _typed(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Whole numbers as such, and what CBS has not filled yet as null."""
    late = {2026: ("education:", "income_", "benefits", "in_work_pct", "sector:", "establishments"),
            2025: ("education:", "income_", "benefits", "in_work_pct"), 2024: ("income_",)}.get(year, ())  # fmt: skip
    for column in frame.columns:
        if late and column.startswith(late):
            frame[column] = pd.array([pd.NA] * len(frame), "Int64")
        elif pd.api.types.is_float_dtype(frame[column]) and not column.startswith("income_"):
            frame[column] = frame[column].round().astype("Int64")
    return frame


def _with_parts(frame: pd.DataFrame) -> pd.DataFrame:
    """Add wijken and buurten: a wijk and 4.5 buurten for some 5,500 inhabitants, 18,300 rows in all."""
    places = frame[frame["code"].str.startswith("GM")]
    wijken = np.maximum(1, np.round(places["inhabitants"].to_numpy(float) / 5_480)).astype(int)
    pieces = [frame]
    for letters, parts in (("WK", wijken), ("BU", np.round(wijken * 4.5).astype(int))):
        piece = places.loc[places.index.repeat(parts)].reset_index(drop=True)
        number = piece.groupby("code").cumcount() + 1
        for column in piece.select_dtypes("Int64").columns.difference(["urbanity", "oad", "per_km2", "in_work_pct"]):
            piece[column] = (piece[column] // np.repeat(parts, parts)).astype("Int64")
        width = 2 if letters == "WK" else 4
        piece["code"] = (letters + piece["code"].str[2:6] + number.astype("str").str.zfill(width)).str.ljust(10)
        piece["kind"] = "Wijk      " if letters == "WK" else "Buurt     "
        pieces.append(piece)
    return pd.concat(pieces, ignore_index=True)


def _of_section(section: str, counts: pd.DataFrame) -> pd.Series:
    """Return a section's equal part of its group; the first section has what is left over."""
    group = GROUP_OF[section]
    sections = [s for s, g in GROUP_OF.items() if g == group]
    part = counts[group] // len(sections)
    return counts[group] - part * (len(sections) - 1) if section == sections[0] else part


def _untyped(data: pd.DataFrame) -> pd.DataFrame:
    """All values as padded strings, as UntypedDataSet has them."""
    topics = [column for column in data.columns if "_" in column]
    padded = {c: data[c].astype("str").fillna(".").str.rjust(8) for c in topics}
    return data.assign(**padded)
