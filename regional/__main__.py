"""The command line: ``python -m regional pull | check FILE | reflect FILE --region CODES ...``."""

import sys

from regional.cli import main

sys.exit(main())
