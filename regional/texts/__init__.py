"""Texts in the reader's language: gettext catalogues, number forms, dates.

Code is written in English and marks its texts; Dutch comes from the catalogues
``regional/texts/locale/nl/<room>.po``, one file a room of the house.

>>> t = texts("nl")
>>> t("Overview"), t.percent(0.125, 1)
('Overzicht', '12,5\\xa0%')
"""

from regional.texts.catalogue import LANGUAGES, N_, Message, Texts, texts

__all__ = ["LANGUAGES", "N_", "Message", "Texts", "texts"]
