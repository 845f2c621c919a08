"""The bundle that is handed out against a run from source: how much longer it starts, and how large its files are.

    python tests/bench/bundle.py [--pairs 7] [--linux DIR] [--windows DIR]

After `packaging/build linux` (and `windows`). Best of interleaved pairs; the last line is one JSON object; a file
that was not built is null. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tests.bench.pairs import Child, best, interleaved  # noqa: E402
from tests.bench.start import environment  # noqa: E402

BUNDLE = CHECKOUT / "build" / "bundle" / "evidence-viewer"


def ratio(pairs: int) -> tuple[float, float]:
    """Milliseconds to the first full paint: from source, and of the bundle."""
    with tempfile.TemporaryDirectory(prefix="evidence-viewer-bench-") as folder:
        around = environment(Path(folder)) | {"PYTHONPATH": str(CHECKOUT)}
        source = Child([sys.executable, "-m", "viewer", "--case", "ashraf"], around)
        bundle = Child([str(BUNDLE / "evidence-viewer"), "--case", "ashraf"], environment(Path(folder)))
        interleaved(source, bundle, 1)
        sources, bundles = interleaved(source, bundle, pairs)
    return best(sources).painted_ms, best(bundles).painted_ms


def megabytes(folder: Path, pattern: str) -> float | None:
    """Of the one file of that name, in millions of bytes."""
    found = sorted(folder.glob(pattern))
    return round(found[-1].stat().st_size / 1e6, 1) if found else None


def main() -> None:
    """Measure, say it in words, and end in one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--linux", type=Path, default=CHECKOUT / "build" / "linux")
    parser.add_argument("--windows", type=Path, default=CHECKOUT / "build" / "windows")
    told = parser.parse_args()
    if not BUNDLE.is_dir():
        sys.exit(f"{BUNDLE} is not there: packaging/build linux")
    source, bundle = ratio(told.pairs)
    print(f"from source {source:7.1f} ms\nbundle      {bundle:7.1f} ms")
    disk = sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink())
    numbers = {
        "start_ratio_vs_source": round(bundle / source, 3),
        "disk_mb": round(disk / 1e6, 1),
        "deb_mb": megabytes(told.linux, "*.deb"),
        "tar_mb": megabytes(told.linux, "*.tar.xz"),
        "rpm_mb": megabytes(told.linux, "*.rpm"),
        "setup_exe_mb": megabytes(told.windows, "*.exe"),
    }
    print(json.dumps(numbers))


if __name__ == "__main__":
    main()
