"""Where the locked child begins; only `viewer.locked.door` starts it."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    # An isolated interpreter knows neither the working folder nor PYTHONPATH: in a checkout we say where we lie.
    sys.path.append(str(Path(__file__).resolve().parents[2]))
    if os.environ.get("EVIDENCE_VIEWER_TASK") == "case":
        from viewer.locked.case_service import main
    else:
        from viewer.locked.service import main

    main()
