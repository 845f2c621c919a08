"""What goes into the Windows files: the lock, the closure of what is loaded, a setup that names no case."""

from __future__ import annotations

import importlib.util
import io
import re
import struct
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

PLACE = Path(__file__).resolve().parents[1] / "packaging" / "windows"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("windows_build", PLACE / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look for it there
    spec.loader.exec_module(module)
    return module


def test_every_wheel_is_pinned_with_its_digest(build: ModuleType) -> None:
    locked = build.read_lock((PLACE / "wheels.lock").read_text("utf-8"))
    names = {one.key for one in locked}
    assert {"pyside6-essentials", "shiboken6", "apsw", "pypdfium2", "sqlite-utils", "cryptography"} <= names
    assert len(names) == len(locked)
    with pytest.raises(ValueError, match="not a locked wheel"):
        build.read_lock("click==8.5.1\n")


def test_the_lock_holds_what_the_project_requires(build: ModuleType) -> None:
    import tomllib

    project = tomllib.loads((PLACE.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    required = {build.plain(re.split(r"[<>=!; ]", told)[0]) for told in project["dependencies"]}
    assert required <= {one.key for one in build.read_lock((PLACE / "wheels.lock").read_text("utf-8"))}


def test_a_file_with_another_digest_is_refused(build: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "some.whl"
    file.write_bytes(b"other")
    with pytest.raises(ValueError, match="expected"):
        build.expect(file, "0" * 64)


def test_a_name_that_leaves_its_folder_is_refused(build: ModuleType, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as wheel:
        wheel.writestr("../outside.py", "")
    with zipfile.ZipFile(packed) as wheel, pytest.raises(ValueError, match="leaves its folder"):
        build.lay(tmp_path / "inside", wheel, ["../outside.py"])
    assert not (tmp_path / "outside.py").exists()


def test_what_a_program_loads_is_read_from_it(build: ModuleType) -> None:
    assert list(build.imported(program("Qt6Core.dll", "KERNEL32.dll"))) == ["Qt6Core.dll", "KERNEL32.dll"]
    with pytest.raises(ValueError, match="not a 64-bit"):
        list(build.imported(b"MZ" + bytes(100)))


def test_the_portable_archive_is_the_same_every_time_and_says_what_it_is(
    build: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "evidence-viewer.exe").write_bytes(b"x" * 100)
    for name in ("one.zip", "two.zip"):
        build.pack_zip(folder, tmp_path / name, 1764000000)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["evidence-viewer/evidence-viewer.exe", "evidence-viewer/portable"]


def test_the_setup_names_no_case_and_needs_no_administrator() -> None:
    told = (PLACE / "setup.nsi").read_text("utf-8")
    assert not re.search(r"ashraf|harbour", told, re.IGNORECASE)
    assert "RequestExecutionLevel user" in told and "HKLM" not in told
    for choice in ("/NOSTARTMENU", "/NOASSOCIATION"):
        assert choice in told


def program(*libraries: str) -> bytes:
    """A Windows program of one section that does nothing but load these."""
    start, base = 0x400, 0x1000
    table = bytearray(20 * (len(libraries) + 1))
    names = b""
    for number, library in enumerate(libraries):
        struct.pack_into("<I", table, 20 * number + 12, base + len(table) + len(names))
        names += library.encode() + b"\0"
    body = bytes(table) + names
    head = bytearray(start)
    head[:2] = b"MZ"
    struct.pack_into("<I", head, 0x3C, 0x80)
    head[0x80:0x84] = b"PE\0\0"
    struct.pack_into("<H12xH", head, 0x86, 1, 240)
    struct.pack_into("<H", head, 0x98, 0x20B)
    struct.pack_into("<I", head, 0x80 + 24 + 112 + 8, base)
    struct.pack_into("<8x4I", head, 0x80 + 24 + 240, len(body), base, len(body), start)
    return bytes(head) + body
