"""The locked child, as the bundle starts it: nothing of Qt is loaded here."""

import runpy

runpy.run_module("viewer.locked.__main__", run_name="__main__")
