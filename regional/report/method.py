"""How it is worked out, in plain words: the same words as on the page Sources and explanation."""

from regional.texts import N_

METHOD = (
    (
        N_("Two sides"),
        N_(
            "On one side the partners of the museum, on the other the figures of CBS about the region. Nobody gets a "
            "mark: the figures are for direction."
        ),
    ),
    (N_("Difference"), N_("The share of our partners minus the share in the region, in percentage points.")),
    (N_("Ratio"), N_("The share of our partners divided by the share in the region. 1 is the same share.")),
    (
        N_("Chance band"),
        N_(
            "Suppose we drew every partner blindly from the region. In 95 of 100 such draws the share would fall "
            "within the band. What lies inside it may be chance."
        ),
    ),
    (
        N_("Several groups at once"),
        N_(
            "Whoever looks at many groups always finds something. So a difference counts as clear only after a "
            "correction for the number of groups (Holm)."
        ),
    ),
    (
        N_("What we do not know"),
        N_(
            "Shares are over the partners that we know. The line shows what the share could still become if all "
            "unknown partners were to fall on one side."
        ),
    ),
)
