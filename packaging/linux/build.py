"""The release files for Linux: a bundle that needs no Python, as .deb, .rpm and tar.xz; same commit, same bytes.

python packaging/linux/build.py [--cases all|harbour|none] [--output DIR] [--bundle-only]
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
NAME = "evidence-viewer"
FLOOR = (2, 36)
"""The glibc that the bundle may ask for: Debian 12's. Qt alone needs 2.34; the rest is the interpreter's."""
_VERSION = re.compile(r"GLIBC_(\d+)\.(\d+)")


def main() -> int:
    """Answers the exit status."""
    told = arguments().parse_args()
    output: Path = told.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    bundle = freeze(told.cases, CHECKOUT / "build" / "bundle")
    print(f"bundle: {megabytes(bundle):.1f} MB, needs glibc {'.'.join(map(str, floor_of(bundle)))}", flush=True)
    if not told.bundle_only:
        for path in packages(bundle, output):
            print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB", flush=True)
    return 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Makes the release files for Linux.")
    parser.add_argument("--cases", choices=("all", "harbour", "none"), default="all")
    parser.add_argument("--output", type=Path, default=CHECKOUT / "build" / "linux")
    parser.add_argument("--bundle-only", action="store_true", help="the folder, without packages")
    return parser


def epoch() -> int:
    """Seconds since 1970 that all files get."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "1764000000"))


# The bundle


def freeze(cases: str, place: Path) -> Path:
    """One folder with the four programs. Ends the process with a sentence where it would not run elsewhere."""
    told = {"EVIDENCE_VIEWER_CASES": cases, "SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "PyInstaller", "--clean", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(place), "--workpath", str(place / "work"), str(HERE / "bundle.spec")]
    subprocess.run(command, check=True, cwd=CHECKOUT, env=os.environ | told)
    bundle = place / NAME
    _strip_the_interpreter(bundle)
    _trim_icu(bundle)
    needed = floor_of(bundle)
    if needed > FLOOR:
        sys.exit(f"The bundle asks for glibc {needed}, above the floor {FLOOR}: build it on an older system.")
    _level(bundle)
    return bundle


def _strip_the_interpreter(bundle: Path) -> None:
    """Only what this machine compiled: a library that a wheel's maker has patched may break by it."""
    inside = bundle / "_internal"
    made_here = ("libpython3*.so*", "python3*/lib-dynload/*.so", "pyroaring*.so")
    for path in [path for pattern in made_here for path in inside.glob(pattern)]:
        subprocess.run(["strip", "--strip-unneeded", path], check=False, stderr=subprocess.DEVNULL)


def floor_of(bundle: Path) -> tuple[int, int]:
    """The newest glibc that any library of it asks for. Raises CalledProcessError."""
    worst = (0, 0)
    for path in libraries(bundle):
        told = subprocess.run(["objdump", "-T", path], capture_output=True, text=True, check=True).stdout
        for major, minor in _VERSION.findall(told):
            worst = max(worst, (int(major), int(minor)))
    return worst


def libraries(bundle: Path) -> Iterator[Path]:
    """Every file that the loader maps."""
    for path in sorted(bundle.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _level(bundle: Path) -> None:
    """The same rights and times wherever it is built."""
    for path in [*bundle.rglob("*"), bundle]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent == bundle else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


# What Qt carries of ICU and never reads


def _trim_icu(bundle: Path) -> None:
    """Names of currencies, languages, regions, units and zones go, and what single languages say of them.

    Order of letters and encodings stay. Without icupkg the whole library ships.
    """
    (library,) = (bundle / "_internal" / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")
    if shutil.which("icupkg", path=_TOOLS) is None:
        print("ICU is not trimmed: icu-devtools is missing.", flush=True)
        return
    version = library.name.rpartition(".")[2]
    with tempfile.TemporaryDirectory() as work:
        whole, left = (Path(work) / name / f"icudt{version}l.dat" for name in ("whole", "left"))  # a fixed name
        for path in (whole, left):
            path.parent.mkdir()
        whole.write_bytes(_icu_data(library, version))
        listed = subprocess.run([_icupkg(), "-l", whole], capture_output=True, text=True, check=True).stdout
        unread = Path(work) / "unread.txt"
        unread.write_text("\n".join(filter(_is_unread, listed.split())) + "\n", "ascii")
        subprocess.run([_icupkg(), "-r", unread, whole, left], check=True)
        _link_icu(left, library, version)


_TOOLS = os.environ.get("PATH", "") + ":/usr/sbin"


def _icupkg() -> str:
    found = shutil.which("icupkg", path=_TOOLS)
    assert found is not None
    return found


def _is_unread(name: str) -> bool:
    if re.match(r"(curr|lang|region|unit|zone|rbnf|translit|brkitr)/", name):
        return True
    own = re.fullmatch(r"[a-z]{2,3}(_\w+)?\.res", name)
    return bool(own) and name not in ("root.res", "pool.res", "icuver.res", "units.res", "res_index.res")


def _icu_data(library: Path, version: str) -> bytes:
    """The table inside the library: a constant, so its address is its place in the file."""
    told = subprocess.run(["readelf", "-sW", "--dyn-syms", library], capture_output=True, text=True, check=True)
    line = next(line.split() for line in told.stdout.splitlines() if line.endswith(f"icudt{version}_dat"))
    start, size = int(line[1], 16), int(line[2], 0)
    return library.read_bytes()[start : start + size]


def _link_icu(data: Path, library: Path, version: str) -> None:
    symbol = f"icudt{version}_dat"
    source = data.with_suffix(".S")
    source.write_text(
        f".section .rodata\n.global {symbol}\n.type {symbol},@object\n.balign 16\n"
        f'{symbol}: .incbin "{data.name}"\n.size {symbol},.-{symbol}\n.section .note.GNU-stack,"",@progbits\n',
        "ascii",
    )
    made = data.with_suffix(".o")
    subprocess.run(["as", "-o", made.name, source.name], check=True, cwd=data.parent)
    flags = ["-shared", "-soname", library.name, "--build-id=none"]
    subprocess.run(["ld", *flags, "-o", library, made.name], check=True, cwd=data.parent)


# The packages


def packages(bundle: Path, output: Path) -> Iterator[Path]:
    """Each as it is done."""
    version = metadata.version(NAME)
    yield portable_archive(bundle, output / f"{NAME}-{version}-linux-x86_64.tar.xz")
    with tempfile.TemporaryDirectory() as work:
        root = Path(work) / "root"
        lay_out(bundle, root, version)
        yield deb(root, output / f"{NAME}_{version}_amd64.deb", version)
        if shutil.which("rpmbuild"):
            yield rpm(root, output / f"{NAME}-{version}-1.x86_64.rpm", version, Path(work))
        else:
            print("No .rpm: rpmbuild is missing (Debian: rpm).", flush=True)


def portable_archive(bundle: Path, path: Path) -> Path:
    """Runs from any folder or stick, and writes only beside itself."""
    mark = bundle / "portable"
    mark.write_text("While this file lies here, the program writes only beside itself, and keeps nothing.\n")
    os.utime(mark, (epoch(), epoch()))
    mark.chmod(0o644)
    try:
        _tar(bundle.parent, bundle.name, path)
    finally:
        mark.unlink()
        os.utime(bundle, (epoch(), epoch()))
    return path


def _tar(folder: Path, name: str, path: Path) -> None:
    command = ["tar", "--sort=name", f"--mtime=@{epoch()}", "--owner=0", "--group=0", "--numeric-owner"]
    command += ["--format=gnu", "-C", str(folder), "-c", name]
    with path.open("wb") as file, subprocess.Popen(command, stdout=subprocess.PIPE) as tar:
        subprocess.run(["xz", "-6", "-T1", "-c"], stdin=tar.stdout, stdout=file, check=True)
    if tar.returncode:
        raise subprocess.CalledProcessError(tar.returncode, command)


def lay_out(bundle: Path, root: Path, version: str) -> None:
    """Where everything lies on a machine that it is installed on."""
    shutil.copytree(bundle, root / "usr/lib" / NAME, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    for name in (NAME, "evidence-case"):
        (root / "usr/bin" / name).symlink_to(f"../lib/{NAME}/{name}")
    files = HERE / "files"
    for source, place in (
        ("evidence-viewer.desktop", "applications/evidence-viewer.desktop"),
        ("evidence-viewer.xml", "mime/packages/evidence-viewer.xml"),
        ("evidence-viewer.metainfo.xml", "metainfo/evidence-viewer.metainfo.xml"),
        ("evidence-viewer.svg", "icons/hicolor/scalable/apps/evidence-viewer.svg"),
    ):
        _copy(files / source, root / "usr/share" / place)
    for page in ("evidence-viewer.1", "evidence-case.1"):
        _zip(files / page, root / "usr/share/man/man1" / f"{page}.gz")
    papers = root / "usr/share/doc" / NAME
    _copy(CHECKOUT / "LICENSE", papers / "copyright")
    _zip(CHECKOUT / "CHANGELOG.md", papers / "changelog.gz")
    (papers / "version").write_text(f"{version} {os.environ.get('EVIDENCE_VIEWER_COMMIT', 'unknown')}\n", "ascii")
    for path in [*root.rglob("*"), root]:
        if not path.is_symlink():
            in_bundle = path.is_relative_to(root / "usr/lib" / NAME)
            path.chmod(0o755 if path.is_dir() or (in_bundle and path.stat().st_mode & 0o100) else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _zip(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(subprocess.run(["gzip", "-9nc", source], capture_output=True, check=True).stdout)


DEPENDS = (
    "libc6 (>= 2.36), libdbus-1-3, libegl1, libfontconfig1, libfreetype6, libgl1, libglib2.0-0 | libglib2.0-0t64, "
    "libgssapi-krb5-2, libstdc++6, libx11-6, libx11-xcb1, zlib1g"
)


def deb(root: Path, path: Path, version: str) -> Path:
    """For Debian, Ubuntu and their relatives."""
    control = root / "DEBIAN"
    control.mkdir()
    files = sorted(one for one in (root / "usr").rglob("*") if one.is_file() and not one.is_symlink())
    (control / "control").write_text(
        f"Package: {NAME}\nVersion: {version}\nArchitecture: amd64\nMaintainer: Evidence Viewer\n"
        f"Installed-Size: {sum(one.stat().st_size for one in files) // 1024}\nDepends: {DEPENDS}\n"
        "Recommends: libwayland-client0, libwayland-cursor0, fonts-noto-core\nSection: utils\nPriority: optional\n"
        "Description: read a case offline, every claim beside its passage\n"
        " Opens a case of a human-rights investigation. It brings its own Python and Qt\n and needs no network.\n",
        "ascii",
    )
    names = [str(one.relative_to(root)) for one in files]
    sums = subprocess.run(["md5sum", *names], cwd=root, capture_output=True, text=True, check=True).stdout
    (control / "md5sums").write_text(sums, "utf-8")
    shutil.copyfile(HERE / "files" / "postrm", control / "postrm")
    (control / "postrm").chmod(0o755)
    for one in [*control.iterdir(), control, root]:
        os.utime(one, (epoch(), epoch()))
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(path)]
    told = os.environ | {"SOURCE_DATE_EPOCH": str(epoch())}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=told)
    shutil.rmtree(control)
    return path


def rpm(root: Path, path: Path, version: str, work: Path) -> Path:
    """For Fedora, openSUSE and their relatives. Its names of dependencies were not tried on those."""
    spec = work / "evidence-viewer.spec"
    text = (HERE / "files" / "evidence-viewer.rpmspec").read_text("ascii")
    spec.write_text(text.replace("@VERSION@", version).replace("@ROOT@", str(root)), "ascii")
    command = ["rpmbuild", "-bb", "--quiet", "--define", f"_topdir {work / 'rpm'}", "--target", "x86_64"]
    told = os.environ | {"SOURCE_DATE_EPOCH": str(epoch())}
    subprocess.run([*command, str(spec)], check=True, env=told, stderr=subprocess.DEVNULL)
    (made,) = (work / "rpm" / "RPMS").rglob("*.rpm")
    shutil.move(made, path)
    return path


def megabytes(folder: Path) -> float:
    """Millions of bytes of the files in it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
