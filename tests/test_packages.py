"""Release files: hashes and their signature; in the long run the packages, twice, and in a clean Debian."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
EPOCH = {"SOURCE_DATE_EPOCH": "1764000000", "EVIDENCE_VIEWER_COMMIT": "tried"}


@pytest.fixture(scope="module")
def building() -> ModuleType:
    spec = importlib.util.spec_from_file_location("building", CHECKOUT / "packaging" / "building.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_hashes_are_those_that_sha256sum_checks(
    building: ModuleType, tmp_path: Path, built_resources: Path
) -> None:
    (tmp_path / "package.deb").write_bytes(b"bytes")
    building.publish_cases(tmp_path)
    sums = building.write_sums(tmp_path)
    names = [line.split("  ")[1] for line in sums.read_text("ascii").splitlines()]
    assert names == ["ashraf.evcase", "harbour.evcase", "package.deb"]
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False)
    assert checked.returncode == 0


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs ssh-keygen")
def test_the_hashes_are_signed_as_openssh_checks_it(building: ModuleType, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    (tmp_path / "package.deb").write_bytes(b"bytes")
    sums: Path = building.write_sums(tmp_path)
    building.sign(sums, key)
    (tmp_path / "allowed").write_text("us " + key.with_suffix(".pub").read_text("ascii"), "ascii")
    asked = ["ssh-keygen", "-Y", "verify", "-f", str(tmp_path / "allowed"), "-I", "us", "-n", "casefile"]
    asked += ["-s", f"{sums}.sig"]
    with sums.open("rb") as file:
        assert subprocess.run(asked, stdin=file, capture_output=True, check=False).returncode == 0
    sums.write_text(sums.read_text("ascii").replace("0", "1"), "ascii")
    with sums.open("rb") as file:
        assert subprocess.run(asked, stdin=file, capture_output=True, check=False).returncode != 0


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("once"))


def made(output: Path) -> Path:
    command = [str(CHECKOUT / "packaging" / "build"), "linux", "-o", str(output)]
    subprocess.run(command, check=True, capture_output=True, timeout=1800, env=os.environ | EPOCH)
    return output


@pytest.mark.long
def test_two_builds_are_the_same(packages: Path, tmp_path: Path) -> None:
    again = made(tmp_path)
    assert (again / "SHA256SUMS").read_text("ascii") == (packages / "SHA256SUMS").read_text("ascii")
    for path in packages.iterdir():
        assert path.stat().st_size < 55e6


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="makes a root of its own: needs root")
@pytest.mark.skipif(shutil.which("debootstrap") is None, reason="needs debootstrap")
@pytest.mark.parametrize("pattern", ["*.deb", "*.tar.xz"])
def test_a_package_is_installed_used_and_removed(packages: Path, tmp_path: Path, pattern: str) -> None:
    (package,) = packages.glob(pattern)
    command = [str(CHECKOUT / "packaging" / "smoke"), str(package), "-o", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all is well" in done.stdout
