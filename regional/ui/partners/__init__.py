"""The parts of the page Our partners."""
