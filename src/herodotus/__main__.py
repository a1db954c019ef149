"""`python -m herodotus`."""

import sys

from herodotus.cli import main

sys.exit(main())
