"""VERIFY.txt says what works, to the letter, with programs that are not ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.sealing import FILES, drive, judge, make_bag, make_key, need, token_for
from viewer.case import verify_text
from viewer.case.bag import Bag
from viewer.case.seal import attach_token, sign


def test_the_commands_of_verify_text_do_what_it_says(tmp_path: Path) -> None:
    """Every command for Linux, exactly as it stands there, on a case that was just built and signed."""
    for program in ("sha256sum", "ssh-keygen", "openssl", "unzip"):
        need(program)
    path = make_bag(tmp_path / "NAME.evcase")
    key = make_key(tmp_path / "key")
    drive(sign(path, key))
    drive(attach_token(path, token_for(tmp_path, path)))
    (tmp_path / "allowed_signers").write_text(f"signer {(tmp_path / 'key.pub').read_text()}")
    shutil.copy(tmp_path / "authority" / "root.pem", tmp_path / "tsa-root.pem")
    subprocess.run(["unzip", "-q", "NAME.evcase"], cwd=tmp_path, check=True)
    told = [_run(tmp_path / "NAME", command) for command in _commands_for_linux()]
    assert len(told) == 8
    assert told[0] == "".join(f"data/{name}: OK\n" for name in sorted(FILES))
    assert told[1].strip() == told[2].strip() == str(len(FILES))
    assert told[3].split()[0] == judge(path).digest
    assert f'Good "casefile" signature with ED25519 key {key.fingerprint}' in told[4]
    assert f'Good "casefile" signature for signer with ED25519 key {key.fingerprint}' in told[5]
    assert "Verification: OK" in told[6]
    assert "Time stamp:" in told[7]


def _commands_for_linux() -> list[str]:
    """The indented lines that Linux is told to type, those about custody and unpacking aside."""
    commands, for_us = [], True
    for paragraph in verify_text.text().decode().split("\n\n"):
        if not paragraph.startswith("    "):
            for_us = not paragraph.lstrip("\n").startswith(("macOS", "Windows"))
            continue
        for line in paragraph.splitlines():
            command, _, system = line.strip().partition("   ")
            if for_us and system.strip() in {"", "Linux"} and "custody/" not in command:
                commands.append(command)
    return commands


def _run(folder: Path, command: str) -> str:
    done = subprocess.run(["sh", "-c", command], cwd=folder, check=False, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout + done.stderr


def test_the_commands_for_macos_run_where_their_programs_are(tmp_path: Path) -> None:
    if not shutil.which("shasum"):
        pytest.skip("shasum is not on this system")
    path = make_bag(tmp_path / "harbour")
    command = "shasum -a 256 -c manifest-sha256.txt"
    assert command in verify_text.text().decode()
    assert _run(path, command).count(": OK") == len(FILES)


def test_verify_text_is_plain_and_the_same_in_every_bag(tmp_path: Path) -> None:
    text = verify_text.text()
    assert text.isascii()
    assert b"\r" not in text
    one = make_bag(tmp_path / "one")
    two = make_bag(tmp_path / "two.evcase", {"case.sqlite": b"other"})
    for path in (one, two):
        with Bag.open(path) as bag:
            assert bag.tag("VERIFY.txt") == text
