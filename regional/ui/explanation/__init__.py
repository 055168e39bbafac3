"""The parts of the page Sources and explanation."""
