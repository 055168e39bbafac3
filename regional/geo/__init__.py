"""See the package docstring of regional for what this room holds."""
