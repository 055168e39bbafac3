"""Asking partners six questions: the letter, the answer form, and the answers read back in."""
