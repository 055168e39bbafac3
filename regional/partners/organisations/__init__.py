"""Recognising organisations: what a name says of one, by rules that are data; and which name is a person's."""
