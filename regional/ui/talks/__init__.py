"""The parts of the page In conversation."""
