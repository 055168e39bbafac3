"""The parts of the page Action plan."""
