"""The command line: ``python -m regional pull | check FILE | reflect FILE --region CODES ...``."""

import sys

from regional.cli.main import main

sys.exit(main())
