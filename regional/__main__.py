"""The command line: ``python -m regional pull | check FILE | reflect FILE --region CODES ...``."""

import os
import sys

from regional.cli.main import ERRORS, FINE, main
from regional.cli.terminal import be_understood, no_room

# What a library prints below Python (HiGHS has lines of its own) would stand between ours: it goes to standard error.
sys.stdout = os.fdopen(os.dup(1), "w", encoding=sys.stdout.encoding, errors=sys.stdout.errors)
os.dup2(2, 1)
be_understood(sys.argv)
try:
    try:
        code = main()
    except SystemExit as end:  # of argparse, which may have written its help
        code = int(end.code or FINE)
    sys.stdout.flush()
except OSError as error:
    told = no_room(error, sys.argv)
    if not told and not isinstance(error, BrokenPipeError):
        raise
    # Whoever read has seen enough (``| head``), or nothing more fits; what Python would still flush goes nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = FINE
    if told:
        print(told, file=sys.stderr)
        code = ERRORS
sys.exit(code)
