"""What a partner must know before it answers (GDPR art. 13), in plain words; docs/privacy.md holds the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regional.texts import Texts


def notice(museum: str, months: int, t: Texts) -> list[str]:
    """Return the notice, a line a subject: controller, purpose and basis, readers, until when, rights, logs."""
    kept = t.plural("{n} month", "{n} months", months)
    return [
        t("Responsible is {museum}. You may always write to the address from which you got this.",
          museum=museum or t("(name of the museum)")),
        t("We ask this to see with whom we work and whom we miss, and to make our cooperation better. Our basis is our "
          "legitimate interest in that, or our public task where we are a public museum. Answering is voluntary."),
        t("It is read by those who work on this at our museum. The board sees totals only, from five answers."),
        t("We keep your answers for {kept} at most, and a draft behind a link until the link closes.", kept=kept),
        t("You may see, correct, take back or have wiped what we keep about you, object to it, and complain to the "
          "Dutch Data Protection Authority (Autoriteit Persoonsgegevens)."),
        t("Where you came through a link, our server notes for its safety when, and from which internet address, the "
          "page was asked for; never what you answered. It keeps that for a short time. There are no cookies, and "
          "nobody else gets to know of it."),
    ]  # fmt: skip
