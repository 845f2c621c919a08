"""The bundle that is handed out, really built and started: it brings everything, and nothing for a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

CHECKOUT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bundle for Linux")


@pytest.fixture(scope="module")
def bundle(built_resources: Path) -> Path:
    command = [sys.executable, str(CHECKOUT / "packaging" / "linux" / "build.py"), "--bundle-only"]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return CHECKOUT / "build" / "bundle" / "evidence-viewer"


def started(program: Path, *told: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Without anything of this checkout or its interpreter around it."""
    around = {"HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    return subprocess.run(
        [program, *told], env=around, cwd=home, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_bundle_is_whole(bundle: Path, tmp_path: Path) -> None:
    done = started(bundle / "evidence-viewer", "--selfcheck", home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "network: no library for it" in done.stdout
    assert "locked child: starts and answers" in done.stdout
    assert list(tmp_path.iterdir()) == [], "a check writes nothing"


def test_the_bundle_shows_a_case(bundle: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    told = ("--case", "harbour", "--screenshot", str(picture), "--size", "1440x900")
    done = started(bundle / "evidence-viewer", *told, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(picture))
    assert image.size().toTuple() == (1440, 900)
    assert len({image.pixel(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)}) > 30


def test_the_bundle_opens_a_case_that_was_sent(bundle: Path, tmp_path: Path, ashraf_case: Path) -> None:
    picture = tmp_path / "window.png"
    done = started(bundle / "evidence-viewer", str(ashraf_case), "--screenshot", str(picture), home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.is_file()


def test_the_bundle_brings_the_command_line_and_sqlite_utils(bundle: Path, tmp_path: Path) -> None:
    new = started(bundle / "evidence-case", "new", str(tmp_path / "case"), home=tmp_path)
    assert new.returncode == 0, new.stderr
    built = started(
        bundle / "evidence-case", "build", str(tmp_path / "case"), "-o", str(tmp_path / "c.evcase"), home=tmp_path
    )
    assert built.returncode == 0, built.stdout + built.stderr
    verified = started(bundle / "evidence-case", "verify", str(tmp_path / "c.evcase"), home=tmp_path)
    assert "Intact?      Yes" in verified.stdout, verified.stdout + verified.stderr
    tables = started(bundle / "sqlite-utils", "--version", home=tmp_path)
    assert tables.returncode == 0, tables.stderr


def test_the_bundle_is_small_and_has_no_library_for_a_network(bundle: Path) -> None:
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    trimmed = shutil.which("icupkg", path=os.environ["PATH"] + ":/usr/sbin") is not None
    assert sum(path.stat().st_size for path in files) < (170e6 if trimmed else 195e6)
    names = {path.name for path in files}
    for unwanted in ("libQt6Network", "libssl", "_ssl.", "libQt6Qml", "libQt6Quick", "libQt6OpenGL"):
        assert [name for name in names if name.startswith(unwanted)] == []
    assert not any("_ssl" in name for name in names)


def test_nothing_in_the_bundle_names_this_machine(bundle: Path) -> None:
    home = os.fsencode(str(CHECKOUT))
    found = [
        str(path.relative_to(bundle))
        for path in bundle.rglob("*")
        if path.is_file() and path.suffix in ("", ".pyc", ".json", ".txt", ".md") and home in path.read_bytes()
    ]
    assert found == []
