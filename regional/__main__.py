"""The command line: ``python -m regional pull | check FILE | reflect FILE --region CODES ...``."""

import os
import sys

from regional.cli.main import FINE, main
from regional.cli.terminal import be_understood

# What a library prints below Python (HiGHS has lines of its own) would stand between ours: it goes to standard error.
sys.stdout = os.fdopen(os.dup(1), "w", encoding=sys.stdout.encoding, errors=sys.stdout.errors)
os.dup2(2, 1)
be_understood(sys.argv)
try:
    code = main()
    sys.stdout.flush()
except BrokenPipeError:
    # Whoever read has seen enough (``| head``); what Python would still flush at its end goes nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = FINE
sys.exit(code)
