"""The window, as the bundle starts it."""

import sys

from viewer.app import main

sys.exit(main())
