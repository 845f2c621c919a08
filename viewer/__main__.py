"""`python -m viewer`: the window."""

import sys

from viewer.app import main

sys.exit(main())
