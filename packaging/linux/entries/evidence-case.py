"""The command line for cases, as the bundle starts it."""

import sys

from viewer.cli import main

sys.exit(main())
