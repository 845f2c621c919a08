"""sqlite-utils, for whoever wants to look into a case by hand."""

import sys

from sqlite_utils.cli import cli

sys.exit(cli())
