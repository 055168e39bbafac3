"""The parts of the page Our bubble."""
