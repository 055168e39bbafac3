"""The measures, one small pure function each, on plain arrays."""
