"""PDFs from words: tagged, with their own fonts, and whatever was typed."""

from regional.typesetting.pdf import typeset
from regional.typesetting.signs import LACKING, printable

__all__ = ["LACKING", "printable", "typeset"]
