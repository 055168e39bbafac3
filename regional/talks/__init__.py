"""Conversations with partners: with whom and how, by their own stage and by fit; nobody is ranked."""
