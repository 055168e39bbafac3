"""The parts of the page Mirror."""
