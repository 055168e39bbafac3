"""The command line: ``python -m regional pull | check FILE | reflect FILE --region CODES ...``."""

import os
import sys

from regional.cli.main import FINE, main

try:
    code = main()
    sys.stdout.flush()
except BrokenPipeError:
    # Whoever read has seen enough (``| head``); what Python would still flush at its end goes nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = FINE
sys.exit(code)
