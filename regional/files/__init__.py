"""Sheets in and out: bytes to rows in a process apart, problems as messages."""
