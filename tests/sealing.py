"""What the tests of seals stand on: a small bag, keys made by ssh-keygen, work driven to its end."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

from viewer.case import bag
from viewer.case.bag import Bag
from viewer.case.seal import SIGNATURE, Verdict, verify
from viewer.case.seal_key import SigningKey, read_private

Result = TypeVar("Result")
NAMES = ("harbour", "harbour.evcase")
FILES = {"case.sqlite": b"facts", "documents/one.txt": b"words", "documents/two.md": "نص".encode()}
KINDS = (
    ("ed25519", ()),
    ("rsa", ("-b", "2048")),
    ("ecdsa", ("-b", "256")),
    ("ecdsa", ("-b", "384")),
    ("ecdsa", ("-b", "521")),
)


def drive(steps: Generator[float, None, Result]) -> Result:
    """The result of work that yields the share done; shares never fall and end at 1."""
    last = 0.0
    while True:
        try:
            share = next(steps)
        except StopIteration as ended:
            assert last == 1.0
            result: Result = ended.value
            return result
        assert last <= share <= 1.0
        last = share


def make_bag(path: Path, files: dict[str, bytes] = FILES) -> Path:
    """A bag with these files below data/; a ZIP where the name ends in .evcase."""
    source = path.parent / f"{path.name}-files"
    for name, content in files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(content)
    bag.write(path, {name: source / name for name in files}, {"External-Identifier": "harbour"})
    shutil.rmtree(source)
    return path


def judge(path: Path, trusted: dict[str, str] | None = None, roots: tuple[bytes, ...] = ()) -> Verdict:
    """The verdict on a bag."""
    with Bag.open(path) as opened:
        return drive(verify(opened, trusted or {}, roots))


def need(program: str) -> str:
    """A program of the system; without it the test is skipped, in CI it fails."""
    found = shutil.which(program)
    if not found:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{program} is missing: the tests of seals need it")
        pytest.skip(f"{program} is not on this system")
    return found


def make_key(path: Path, kind: str = "ed25519", options: tuple[str, ...] = (), passphrase: str = "") -> SigningKey:
    """A key made by ssh-keygen at `path` and `path`.pub, opened."""
    made = ["-q", "-t", kind, *options, "-a", "1", "-N", passphrase, "-C", "Jane", "-f", str(path)]
    command = [need("ssh-keygen"), *made]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return read_private(path.read_bytes(), path.name, passphrase.encode() or None)


def ssh_keygen(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen with these bytes as its input."""
    return subprocess.run(
        [need("ssh-keygen"), *map(str, arguments)], input=given, check=False, capture_output=True
    )


def authority(folder: Path, name: str = "Clock tower") -> Path:
    """A root and an authority under it, made by openssl; the root's certificate."""
    if (folder / "root.pem").exists():
        return folder / "root.pem"
    folder.mkdir(exist_ok=True)
    (folder / "ts.cnf").write_text(
        f"[tsa]\ndir={folder}\nserial=$dir/serial\nsigner_cert=$dir/tsa.pem\nsigner_key=$dir/tsa.key\n"
        "default_policy=1.2.3.4\ndigests=sha256,sha512\nsigner_digest=sha256\n"
        "[ext]\nextendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n"
        "[ca]\nbasicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign\n"
        "[req]\ndistinguished_name=dn\n[dn]\n"
    )
    config = ("-config", "ts.cnf")
    for command in (
        ("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
         "-subj", "/CN=Root", "-keyout", "root.key", "-out", "root.pem", "-extensions", "ca", *config),
        ("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}",
         "-keyout", "tsa.key", "-out", "tsa.csr", *config),
        ("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
         "-days", "30", "-out", "tsa.pem", "-extfile", "ts.cnf", "-extensions", "ext"),
    ):  # fmt: skip
        _openssl(folder, *command)
    return folder / "root.pem"


def _openssl(folder: Path, *arguments: str | Path) -> None:
    subprocess.run([need("openssl"), *map(str, arguments)], cwd=folder, check=True, capture_output=True)


def token_for(tmp_path: Path, path: Path) -> bytes:
    """A time stamp on the signature of a bag, by an authority in `tmp_path`/authority."""
    folder = tmp_path / "authority"
    authority(folder)
    with Bag.open(path) as bag:
        (folder / "signature").write_bytes(bag.tag(SIGNATURE) or b"")
    _openssl(folder, "ts", "-query", "-data", "signature", "-sha256", "-cert", "-out", "query")
    _openssl(
        folder, "ts", "-reply", "-queryfile", "query", "-config", "ts.cnf", "-section", "tsa", "-out", "answer"
    )
    return (folder / "answer").read_bytes()
