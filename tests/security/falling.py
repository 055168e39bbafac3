"""Work that takes down the process that does it."""

import os


def work(data, told):
    """Return what was given, or end the process where that says so."""
    if data == b"fall":
        os.kill(os.getpid(), 9)
    told(1.0)
    return data
