"""Makes the release files of one system, their hashes, and where a key is given a signature over them."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SUMS = "SHA256SUMS"


def main() -> int:
    """Answers the exit status."""
    told = arguments().parse_args()
    output: Path = (told.output or CHECKOUT / "build" / told.system).resolve()
    output.mkdir(parents=True, exist_ok=True)
    if importlib.util.find_spec("PyInstaller") is None:
        wanted = [sys.executable, "-m", "pip", "install", "--quiet", "-e", f"{CHECKOUT}[release]"]
        subprocess.run(wanted, check=True)
    builder = CHECKOUT / "packaging" / told.system / "build.py"
    subprocess.run([sys.executable, builder, "--cases", told.cases, "--output", output], check=True)
    publish_cases(output)
    sums = write_sums(output)
    if told.sign:
        sign(sums, told.sign)
    print(sums.read_text("ascii"), end="")
    return 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="packaging/build", description="Makes what is handed out.")
    parser.add_argument("system", choices=("linux", "windows"))
    parser.add_argument("--cases", choices=("all", "harbour", "none"), default="all", help="cases that come along")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="where the files go: build/SYSTEM")
    parser.add_argument("--sign", type=Path, metavar="KEY", help="an OpenSSH key to sign the hashes with")
    return parser


def publish_cases(output: Path) -> None:
    """Each bundled case as a file of its own, for readers of a build that carries none."""
    for case in sorted((CHECKOUT / "build" / "resources" / "cases").glob("*.evcase")):
        shutil.copyfile(case, output / case.name)


def write_sums(output: Path) -> Path:
    """As sha256sum writes and reads them."""
    lines = []
    for path in sorted(output.iterdir()):
        if path.is_file() and not path.name.startswith(SUMS):
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    sums = output / SUMS
    sums.write_text("".join(lines), "ascii")
    return sums


def sign(sums: Path, key_file: Path) -> None:
    """By the code that signs cases; `ssh-keygen -Y verify -n casefile` checks it."""
    from viewer.case_commands.keys import key_of

    (sums.parent / f"{SUMS}.sig").write_bytes(key_of(key_file).sign(sums.read_bytes()))


if __name__ == "__main__":
    sys.exit(main())
