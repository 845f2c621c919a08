"""Fill build/resources from resources/ and the font packages; what is right already is left alone."""

from __future__ import annotations

import filecmp
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCE = CHECKOUT / "resources"
TARGET = CHECKOUT / "build" / "resources"

FOLDERS = ("theme", "icons", "help", "template", "i18n", "basemap")
"""Folders copied as they are, where they exist."""

FONT_PACKAGES = ("fontpkg_inter", "fontpkg_source_serif_4", "fontpkg_ibm_plex_mono")
"""Packages whose licences ship."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One weight cut from a variable font: Qt under fontconfig offers only the first weight of such a file."""

    package: str
    file: str
    name: str
    weight: int

    @property
    def source(self) -> Path:
        return package_folder(self.package) / "files" / self.file


CUTS = (
    Cut("fontpkg_inter", "Inter[opsz,wght].ttf", "Inter-Regular.ttf", 400),
    Cut("fontpkg_inter", "Inter[opsz,wght].ttf", "Inter-Medium.ttf", 500),
    Cut("fontpkg_inter", "Inter[opsz,wght].ttf", "Inter-SemiBold.ttf", 600),
    Cut("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", "SourceSerif4-Regular.ttf", 400),
    Cut("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", "SourceSerif4-SemiBold.ttf", 600),
    Cut("fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf", "SourceSerif4-Italic.ttf", 400),
)


TABLES = ("theme", "icons")
"""Folders whose TOML files get a JSON twin: a start reads these, for it is ten times faster."""


def main() -> int:
    """Build everything; answers the exit status."""
    changed = sum(copy_if_new(source, TARGET / place) for source, place in wanted())
    cut = cut_fonts(TARGET / "fonts")
    twins = {twin_of(path) for name in TABLES for path in (TARGET / name).glob("*.toml")}
    subprocess.run([sys.executable, CHECKOUT / "packaging" / "licences.py"], check=True)
    dropped = drop_strangers({TARGET / place for _, place in wanted()} | twins)
    built = build_cases(TARGET / "cases")
    print(f"resources: {changed} copied, {cut} fonts cut, {dropped} dropped, {built} cases built")
    return 0


def wanted() -> Iterator[tuple[Path, Path]]:
    """(file, its place below build/resources) of everything that is only copied."""
    for name in FOLDERS:
        for path in sorted((SOURCE / name).rglob("*")):
            if path.is_file():
                yield path, path.relative_to(SOURCE)
    for path in sorted((SOURCE / "fonts").iterdir()):
        yield path, Path("fonts") / path.name
    for package in FONT_PACKAGES:
        yield package_folder(package) / "LICENSE", Path("fonts") / f"OFL-{package.removeprefix('fontpkg_')}.txt"
    mono = "IBMPlexMono-Regular.ttf"  # its licence reserves the name: shipped as it is
    yield package_folder("fontpkg_ibm_plex_mono") / "files" / mono, Path("fonts") / mono


def package_folder(package: str) -> Path:
    """Where an installed package lies; it is not imported. Exits with a sentence when it is missing."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed: pip install -e '.[build]'")
    return Path(spec.origin).parent


def copy_if_new(source: Path, target: Path) -> bool:
    """Copy one file unless the same bytes are there; answers whether it was copied."""
    if target.is_file() and filecmp.cmp(source, target):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    shutil.copystat(source, target)  # so that the next comparison needs no reading
    return True


def twin_of(table: Path) -> Path:
    """Write a TOML file once more as JSON beside it; answers where."""
    twin = table.with_suffix(".json")
    twin.write_text(json.dumps(tomllib.loads(table.read_text(encoding="utf-8"))) + "\n", encoding="utf-8")
    return twin


def cut_fonts(target: Path) -> int:
    """Cut what is missing or older than its source into `target`; answers how many. Some ten seconds each."""
    due = [cut for cut in CUTS if not is_fresh(target / cut.name, cut.source)]
    if due:
        print(f"resources: cutting {len(due)} fonts, once …", flush=True)
        with ProcessPoolExecutor() as pool:
            list(pool.map(cut_font, due, [target] * len(due)))
    return len(due)


def is_fresh(target: Path, source: Path) -> bool:
    """A cut carries the time of the file it was cut from."""
    return target.is_file() and target.stat().st_mtime_ns == source.stat().st_mtime_ns


def cut_font(cut: Cut, target: Path) -> None:
    """Write one static font; the same source gives the same bytes."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(cut.source, recalcTimestamp=False)
    static = instancer.instantiateVariableFont(font, {"wght": cut.weight, "opsz": 14}, updateFontNames=True)
    part = target / f"{cut.name}.part"
    static.save(part)
    times = cut.source.stat()
    os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))
    part.replace(target / cut.name)


def drop_strangers(kept: set[Path]) -> int:
    """Remove files of earlier builds; the cases are not ours to tidy."""
    kept = kept | {TARGET / "fonts" / cut.name for cut in CUTS}
    strangers = [
        path
        for folder in (*FOLDERS, "fonts")
        for path in (TARGET / folder).rglob("*")
        if path.is_file() and path not in kept
    ]
    for path in strangers:
        path.unlink()
    return len(strangers)


def build_cases(target: Path) -> int:
    """Build the bundled cases and their ready indexes into `target`; answers how many were built anew."""
    folders = [path for path in sorted((SOURCE / "cases").iterdir()) if (path / "case.toml").is_file()]
    target.mkdir(parents=True, exist_ok=True)
    return sum(build_case(folder, target) for folder in folders)


def build_case(folder: Path, target: Path) -> bool:
    """One folder becomes NAME.evcase and NAME.index.sqlite, unless nothing it is made from has changed."""
    case, index = target / f"{folder.name}.evcase", target / f"{folder.name}.index.sqlite"
    stamp = target / f"{folder.name}.stamp"
    made_from = fingerprint(folder)
    if case.is_file() and index.is_file() and stamp.is_file() and stamp.read_text("ascii") == made_from:
        return False
    from viewer.builder import build, indexing

    checked = build.check(finished(folder), build.Wishes())
    if not build.can_be_built(checked, draft=False):
        sys.exit(f"{folder} has errors: evidence-case check {folder}")
    build.write(checked, case)
    for _share in indexing.write_index(case, index):
        pass
    stamp.write_text(made_from, "ascii")
    return True


def finished(folder: Path) -> Path:
    """The folder to build from: where packaging/NAME/make.py makes a part of the documents, the one it makes."""
    maker = CHECKOUT / "packaging" / folder.name / "make.py"
    if not maker.is_file():
        return folder
    made = CHECKOUT / "build" / "cases" / folder.name
    subprocess.run([sys.executable, maker, made], check=True)
    return made


def fingerprint(folder: Path) -> str:
    """Of the case's files and of the code that makes case and index from them."""
    makers = (CHECKOUT / "viewer" / room for room in ("case", "builder", "index", "locked"))
    rooms = [folder, CHECKOUT / "packaging" / folder.name, *makers]
    files = sorted(path for room in rooms for path in room.rglob("*") if path.is_file() and path.suffix != ".pyc")
    facts = [f"{path.relative_to(CHECKOUT)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
