"""Licences of everything that ships, and a list of it in CycloneDX, into build/resources/licences."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
BILL = "sbom.cdx.json"
_NAMED = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)
_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
_LEFT_OUT = ("pip", "pycparser")  # required by name, used by nothing that ships
_FONTS = (("fontpkg-inter", "Inter"), ("fontpkg-source-serif-4", "Source Serif 4"),
          ("fontpkg-ibm-plex-mono", "IBM Plex Mono"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """Something that ships. licence: an SPDX expression or what its authors call it."""

    name: str
    version: str
    licence: str
    text: str
    purl: str = ""


def write(target: Path) -> int:
    """One text file a part, and the bill; the same parts give the same bytes. Answers how many parts."""
    target.mkdir(parents=True, exist_ok=True)
    parts = sorted(parts_that_ship(), key=lambda part: part.name.lower())
    made = {f"{part.name} {part.version}.txt": _file(part) for part in parts}
    made[BILL] = json.dumps(bill(parts), indent=1, ensure_ascii=False) + "\n"
    for path in target.iterdir():
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        path = target / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")
    return len(parts)


def parts_that_ship() -> Iterator[Part]:
    """The program, what it needs at run time, the interpreter, the fonts."""
    own = (CHECKOUT / "LICENSE").read_text("utf-8")
    yield Part("Evidence Viewer", metadata.version("evidence-viewer"), "MIT", own)
    for name in sorted(needed("evidence-viewer") - {"evidence-viewer", *_LEFT_OUT}):
        yield _of_distribution(name)
    yield Part("Python", sys.version.split()[0], "PSF-2.0", _python_licence())
    words = "SQLite is in the public domain: https://sqlite.org/copyright.html\n"
    yield Part("SQLite", sqlite3.sqlite_version, "blessing", words)
    for package, name in _FONTS:
        found = metadata.distribution(package)
        yield Part(name, found.version, "OFL-1.1", "\n\n".join(_texts(found)))


def needed(name: str) -> set[str]:
    """The distribution and all that it requires here, by normalised name."""
    found: set[str] = set()
    waiting = [_normal(name)]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        try:
            requires = metadata.requires(one) or []
        except metadata.PackageNotFoundError:
            continue  # for another system
        found.add(one)
        for told in requires:
            head, _, marker = told.partition(";")
            if "extra" not in marker and (match := _REQUIREMENT.match(head.strip())):
                waiting.append(_normal(match[0]))
    return found


def bill(parts: list[Part]) -> dict[str, object]:
    """CycloneDX 1.5, without a time or a serial number: two builds give the same."""
    components = [
        {
            "type": "library",
            "name": part.name,
            "version": part.version,
            "licenses": [{"license": {"name": part.licence}}],
            **({"purl": part.purl} if part.purl else {}),
        }
        for part in parts
        if part.name != "Evidence Viewer"
    ]
    program = {"type": "application", "name": "Evidence Viewer", "version": metadata.version("evidence-viewer")}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": program},
        "components": components,
    }


def _file(part: Part) -> str:
    return f"{part.name} {part.version}\nLicence: {part.licence}\n\n{part.text.strip()}\n"


def _of_distribution(name: str) -> Part:
    found = metadata.distribution(name)
    told = found.metadata.json
    expression, classified = told.get("license_expression"), _classified(list(told.get("classifier") or []))
    licence = str(expression or classified or told.get("license") or "")
    words = (licence or "see its text").strip().splitlines()[0][:120]
    text = "\n\n".join(_texts(found)) or _well_known(words) or f"Its authors ship no text. They name it: {words}"
    return Part(str(told["name"]), found.version, words, text, f"pkg:pypi/{_normal(name)}@{found.version}")


def _texts(found: metadata.Distribution) -> Iterator[str]:
    """Every licence file that came with a distribution."""
    for file in sorted(found.files or (), key=str):
        kept_together = ".dist-info/licenses/" in str(file)
        if kept_together or (".dist-info/" in str(file) and _NAMED.search(file.name)):
            path = Path(str(found.locate_file(file)))
            if path.is_file():
                yield path.read_text("utf-8", errors="replace")


def _well_known(licence: str) -> str:
    """Qt for Python names its licences without their texts: they lie beside this file."""
    found = [path for path in sorted((CHECKOUT / "packaging" / "licence-texts").iterdir()) if path.stem in licence]
    if any("LGPL" in path.stem for path in found):  # it only adds to the other one
        found = sorted((CHECKOUT / "packaging" / "licence-texts").iterdir(), reverse=True)
    return "\n\n".join(path.read_text("utf-8") for path in found)


def _classified(classifiers: list[str]) -> str:
    return "; ".join(one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::"))


def _python_licence() -> str:
    library = Path(sysconfig.get_path("stdlib"))
    for path in (library / "LICENSE.txt", library.parent / "LICENSE", Path("/usr/share/doc/python3.11/copyright")):
        if path.is_file():
            return path.read_text("utf-8", errors="replace")
    return "The licence of Python: https://docs.python.org/3/license.html\n"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    print(write(CHECKOUT / "build" / "resources" / "licences"), "licences")
