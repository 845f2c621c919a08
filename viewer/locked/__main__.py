"""Where the locked child begins; only `viewer.locked.door` starts it."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # An isolated interpreter knows neither the working folder nor PYTHONPATH: in a checkout we say where we lie.
    sys.path.append(str(Path(__file__).resolve().parents[2]))
    from viewer.locked.service import main

    main()
