"""Write the list of given names by which a person's name is told from an organisation's.

    python data/build_given_names.py     (needs the package Faker; no part of the product)

Names that people in the Netherlands bear, of every origin alike: those that Faker holds of the countries most of us
come from, in Latin letters, with what it lacks from general knowledge (``given_names_more.txt``). See SOURCES.md.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

TO = Path(__file__).parents[1] / "regional" / "partners" / "organisations" / "given_names.txt"
LOCALES = (
    "nl_NL", "nl_BE", "de_DE", "de_AT", "en_GB", "en_US", "en_IN", "en_PK", "en_KE", "en_NG", "tr_TR", "pl_PL",
    "fr_FR", "fr_DZ", "es_ES", "it_IT", "pt_PT", "id_ID", "vi_VN", "ro_RO", "hu_HU", "hr_HR", "cs_CZ", "az_AZ",
    "sw", "tw_GH", "yo_NG", "ha_NG", "da_DK", "sv_SE", "uz_UZ",
)  # fmt: skip
MORE = Path(__file__).with_name("given_names_more.txt")


def main() -> None:
    """Write the list, one name a line, sorted."""
    names = set(MORE.read_text("utf-8").split())
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for kind in ("first_names", "first_names_male", "first_names_female", "first_names_unisex"):
            found = getattr(provider, kind, ())
            names |= set(() if isinstance(found, property) else found)
    kept = sorted(name for name in names if re.fullmatch(r"[A-Za-zÀ-ž'’-]{2,}", name))
    TO.write_text("\n".join(kept) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
