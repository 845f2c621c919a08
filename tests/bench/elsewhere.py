"""The program as it starts on a bundled case, but on the INDEX and case FOLDER of these arguments."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from viewer import app, paths

if __name__ == "__main__":
    index, folder = (Path(argument) for argument in sys.argv[1:])
    vars(paths).update(bundled_index=lambda _name: index, bundled_case=lambda _name: folder)
    sys.exit(app.main(["--case", "made-up"]))
