"""The mirror: a portfolio and a region in, one immutable :class:`Mirror` out."""
