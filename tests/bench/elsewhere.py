"""The program as it starts on a bundled case, but on the INDEX and case FOLDER of these arguments."""

from __future__ import annotations

import os
import sys

sys.path.insert(0, os.path.abspath(f"{sys.path[0]}/../.."))  # noqa: PTH100  (viewer first, as in its own script)

from viewer import app, paths

if __name__ == "__main__":
    from pathlib import Path

    index, folder = (Path(argument) for argument in sys.argv[1:])
    vars(paths).update(bundled_index=lambda _name: index, bundled_case=lambda _name: folder)
    sys.exit(app.main(["--case", "made-up"]))
