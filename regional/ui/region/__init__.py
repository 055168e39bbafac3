"""The parts of the page Our region."""
