"""A museum's logo, looked at before it is used: its size, and whether it is a picture at all."""

from __future__ import annotations

import base64
import io
import unicodedata
import warnings
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

from regional.texts import N_, Message
from regional.typesetting import printable

_LETTERS = N_(
    "This logo holds letters that we cannot draw. Turn its text into shapes (outlines), or use it as PNG or JPEG."
)
MOST_BYTES = 2_000_000
MOST_PIXELS = 25_000_000
MOST_SHAPES, MOST_DEPTH = 5_000, 50
_SVG = "{http://www.w3.org/2000/svg}"
_PLAIN = {"svg", "g", "title", "desc", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
          "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath"}  # fmt: skip
"""What a logo is drawn with. Filters, masks, patterns and markers are left out: a few of them can keep a computer busy
for hours."""


class LogoError(ValueError):
    """The file cannot be a logo; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True)
class Logo:
    """A checked picture. ``data`` is what was decoded and written again, never the bytes as they came in."""

    data: bytes
    kind: Literal["png", "svg"]

    def uri(self) -> str:
        """Return the picture as a ``data:`` address, for a file that stands alone."""
        mime = "image/svg+xml" if self.kind == "svg" else "image/png"
        return f"data:{mime};base64,{base64.b64encode(self.data).decode()}"


def read_logo(data: bytes) -> Logo:
    """Return the logo of a PNG, JPEG or SVG file; LogoError where it is too large or none of these."""
    if len(data) > MOST_BYTES:
        raise LogoError(Message.of(N_("The logo is larger than 2 MB. Use a smaller file.")))
    return _vector(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _pixels(data)


def _pixels(data: bytes) -> Logo:
    """Decode and write again, so that nothing but the picture goes on (no place or maker of a photo)."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise _no_picture()
                picture.thumbnail((1200, 600))
                out = io.BytesIO()
                picture.convert("RGBA").save(out, "PNG")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombWarning,
            Image.DecompressionBombError) as error:  # fmt: skip
        raise _no_picture() from error
    return Logo(out.getvalue(), "png")


def _vector(data: bytes) -> Logo:
    """Keep plain shapes only: no entities, scripts, styles, links or addresses."""
    if b"<!" in data.replace(b"<!--", b"") or b"<?xml-" in data:
        raise _no_picture()
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise _no_picture() from error
    _drop_notes(root)
    shapes = list(root.iter())
    if root.tag.rpartition("}")[2] != "svg" or len(shapes) > MOST_SHAPES or not all(map(_is_harmless, shapes)):
        raise _no_picture()
    if _depth(root) > MOST_DEPTH:
        raise _no_picture()
    letters = "".join("".join(shape.itertext()) for shape in shapes if shape.tag.rpartition("}")[2] == "text")
    if not _can_be_drawn(letters):
        raise LogoError(Message.of(_LETTERS))
    ElementTree.register_namespace("", "http://www.w3.org/2000/svg")
    return Logo(ElementTree.tostring(root), "svg")


def _is_harmless(element: ElementTree.Element) -> bool:
    names = [name.rpartition("}")[2].lower() for name in element.attrib]
    values = " ".join(element.attrib.values()).lower().replace("url(#", "")
    has_address = any(name == "href" or name.startswith("on") for name in names) or "url(" in values
    return str(element.tag).rpartition("}")[2] in _PLAIN and not has_address


def _can_be_drawn(text: str) -> bool:
    """Tell whether typst can draw a text in a drawing: with our fonts, and without joining Arabic letters."""
    return printable(text)[1] == 0 and not any(unicodedata.bidirectional(sign) == "AL" for sign in text)


def _drop_notes(root: ElementTree.Element) -> None:
    """Take out what drawing programs leave for themselves; nothing of it is drawn."""
    for element in list(root.iter()):
        for child in list(element):
            tag = str(child.tag)
            if tag == f"{_SVG}metadata" or (tag.startswith("{") and not tag.startswith(_SVG)):
                element.remove(child)


def _depth(root: ElementTree.Element) -> int:
    """Return how deep the shapes lie in each other, without recursion, which has an end."""
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def _no_picture() -> LogoError:
    return LogoError(Message.of(N_("This is not a PNG, JPEG or plain SVG picture that can be used as a logo.")))
