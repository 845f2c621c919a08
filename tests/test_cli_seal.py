"""sign, verify, custody, trust and diff on the command line: what they say, write, and answer as exit status."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sealing import make_key, need, token_for
from viewer import paths
from viewer.case.bag import Bag
from viewer.case.seal import SIGNATURE
from viewer.cli import main

TESTS = Path(__file__).parent
GOOD = TESTS / "cases" / "good"
Capture = pytest.CaptureFixture[str]


def told(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def case(tmp_path: Path, capsys: Capture) -> Path:
    """The good case, built as one file."""
    assert told("build", GOOD, "--quiet", "-o", tmp_path / "good.evcase") == 0
    capsys.readouterr()
    return tmp_path / "good.evcase"


def test_an_unsigned_case_is_intact_and_nothing_more(case: Path, capsys: Capture) -> None:
    assert told("verify", case) == 0
    out = capsys.readouterr().out
    assert "Intact?      Yes: 4 files, each as the list of files says." in out
    assert "Signed?      No." in out
    assert "By whom?     Not known" in out
    assert "Since when?  Not known" in out


def test_a_case_is_signed_and_its_signer_known_to_whoever_holds_the_key(
    case: Path, tmp_path: Path, capsys: Capture
) -> None:
    key = make_key(tmp_path / "key")
    other = make_key(tmp_path / "other")
    assert told("sign", case, "--key", tmp_path / "key") == 0
    assert key.fingerprint in capsys.readouterr().out
    assert told("verify", case) == 0
    assert f"An unknown key: {key.fingerprint} (ssh-ed25519)." in capsys.readouterr().out
    assert told("verify", case, "--trust", tmp_path / "other.pub") == 1
    assert told("verify", case, "--trust", tmp_path / "key.pub") == 0
    capsys.readouterr()
    assert told("trust", "add", "Jane Doe", tmp_path / "key.pub") == 0
    assert told("trust", "add", "John", other.fingerprint) == 0
    capsys.readouterr()
    assert told("trust", "list") == 0
    assert capsys.readouterr().out == f"{key.fingerprint}  Jane Doe\n{other.fingerprint}  John\n"
    assert told("verify", case) == 0
    assert f"By whom?     Jane Doe, by the keys you hold: {key.fingerprint}" in capsys.readouterr().out
    assert told("trust", "remove", key.fingerprint) == 0
    assert told("trust", "remove", key.fingerprint) == 1


def test_the_passphrase_comes_from_a_pipe_or_the_key_stays_shut(
    case: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_key(tmp_path / "key", passphrase="open sesame")
    before = case.read_bytes()
    for said in ("", "shut\n"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(said))
        assert told("sign", case, "--key", tmp_path / "key") == 1
        assert "passphrase" in capsys.readouterr().err
    assert case.read_bytes() == before
    monkeypatch.setattr(sys, "stdin", io.StringIO("open sesame\n"))
    assert told("sign", case, "--key", tmp_path / "key") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_the_passphrase_is_asked_for_on_a_terminal_and_not_shown(case: Path, tmp_path: Path) -> None:
    import pty
    import time

    make_key(tmp_path / "key", passphrase="open sesame")
    script = (
        "import fcntl, sys, termios\n"
        "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
        "from viewer.cli import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", script, "sign", str(case), "--key", str(tmp_path / "key")]
    child = subprocess.Popen(
        command, cwd=TESTS.parent, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 1024):
            seen += part
            if b"Passphrase of key:" in seen and b"\n" not in seen:
                time.sleep(0.1)  # the terminal's echo is off once it has asked
                os.write(ours, b"open sesame\n")
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    assert child.wait() == 0, seen
    assert b"open sesame" not in seen
    assert b"signed with SHA256:" in seen


def test_a_second_signature_must_be_wanted(case: Path, tmp_path: Path, capsys: Capture) -> None:
    make_key(tmp_path / "key")
    assert told("sign", case, "--key", tmp_path / "key") == 0
    assert told("sign", case, "--key", tmp_path / "key") == 1
    assert "carries a signature already" in capsys.readouterr().err
    assert told("sign", case, "--key", tmp_path / "key", "--replace") == 0


def test_a_time_stamp_is_put_beside_the_signature_and_checked(case: Path, tmp_path: Path, capsys: Capture) -> None:
    make_key(tmp_path / "key")
    told("sign", case, "--key", tmp_path / "key")
    (tmp_path / "answer.tsr").write_bytes(token_for(tmp_path, case))
    assert told("sign", case, "--time-token", tmp_path / "answer.tsr") == 0
    capsys.readouterr()
    assert told("verify", case) == 0
    assert "give its authority's root certificate" in capsys.readouterr().out
    assert told("verify", case, "--tsa-root", tmp_path / "authority" / "root.pem") == 0
    assert "UTC at the latest, by the time stamp of Clock tower." in capsys.readouterr().out


def test_an_altered_case_is_told_file_by_file_and_fails(case: Path, capsys: Capture) -> None:
    content = case.read_bytes()
    assert content.count(b"Four fell") == 1
    case.write_bytes(content.replace(b"Four fell", b"Five fell"))
    assert told("verify", case) == 1
    out = capsys.readouterr().out
    assert "Intact?      No: 1 altered, of 4 files." in out
    assert "data/documents/DOC-DIARY-CUT.txt: altered. SHA-256 as listed: " in out


def test_a_signature_that_does_not_fit_fails(tmp_path: Path, capsys: Capture) -> None:
    make_key(tmp_path / "key")
    for name in ("one", "two"):
        told("build", GOOD if name == "one" else TESTS / "cases" / "arabic", "--quiet", "-o", tmp_path / name)
    told("sign", tmp_path / "one", "--key", tmp_path / "key")
    shutil.copy(tmp_path / "one" / SIGNATURE, tmp_path / "two")
    capsys.readouterr()
    assert told("verify", tmp_path / "two") == 1
    assert "does not fit this list of files" in capsys.readouterr().out


def test_a_record_says_when_with_what_and_every_digest(case: Path, tmp_path: Path) -> None:
    assert told("verify", case, "--record", tmp_path / "record.txt") == 0
    text = (tmp_path / "record.txt").read_text("utf-8")
    with Bag.open(case) as bag:
        assert bag.digest in text.replace(" ", "")
        for name, digest in bag.manifest.items():
            assert f"{name}: as listed, SHA-256 {digest}" in text
    assert "Case: good.evcase" in text
    assert " UTC\n" in text
    assert "With: Evidence Viewer 0." in text
    assert not list(tmp_path.glob(".*"))


def test_a_bundled_case_is_said_to_be_shipped_with_the_program(
    case: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    shutil.copytree(case.parent, tmp_path / "resources" / "cases", ignore=shutil.ignore_patterns("resources"))
    assert told("verify", paths.bundled_case("good")) == 0
    out = capsys.readouterr().out
    assert "Nobody signed it; it was shipped with the program." in out
    assert "Shipped with the program; nothing else says since when." in out


def test_words_of_strangers_cannot_command_the_terminal(case: Path, tmp_path: Path, capsys: Capture) -> None:
    with Bag.open(case) as bag:
        names = bag.manifest
    shutil.unpack_archive(case, tmp_path, "zip")
    folder = tmp_path / "good"
    (folder / "data" / "a\x1b[2Jb").write_bytes(b"")
    (folder / "\x1b]0;title\x07").write_bytes(b"")
    assert told("verify", folder) == 1
    out = capsys.readouterr().out
    assert "data/a\ufffd[2Jb: extra" in out
    assert "\x1b" not in out
    assert len(names) == 4


def test_custody_is_recorded_shown_and_checked(case: Path, tmp_path: Path, capsys: Capture) -> None:
    make_key(tmp_path / "key")
    assert told("custody", "add", case, "--actor", "Jane", "--action", "transferred", "--note", "by hand") == 0
    step = ("--actor", "The clerk", "--action", "received", "--location", "Court", "--key", tmp_path / "key")
    assert told("custody", "add", case, *step) == 0
    capsys.readouterr()
    assert told("custody", "show", case, "--trust", tmp_path / "key.pub") == 0
    out = capsys.readouterr().out
    assert "Custody before sealing: no steps recorded." in out
    assert "Custody: 2 steps after sealing, 1 of them signed; each follows on the one before." in out
    assert "Jane, handed over\n     Note: by hand\n     Not signed." in out
    assert "The clerk, received\n     Place: Court\n     Signed by Jane, by the keys you hold: SHA256:" in out
    assert told("custody", "verify", case) == 0
    case.write_bytes(_without_last_step(case))
    assert told("custody", "verify", case) == 0, "what is taken from the end leaves no trace"
    case.write_bytes(case.read_bytes().replace(b"by hand", b"by mail"))
    assert told("custody", "add", case, "--actor", "Jane", "--action", "stored") == 0
    assert told("custody", "verify", case) == 0, "an unsigned step that was changed is bound by the next alone"
    assert told("custody", "add", case, "--actor", "Jane", "--action", "lost") == 1


def _without_last_step(case: Path) -> bytes:
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(case) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            if "/custody/0002" not in entry.filename:
                new.writestr(entry, old.read(entry))
    return packed.getvalue()


def test_a_broken_chain_of_custody_fails(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "good"
    told("build", GOOD, "--quiet", "-o", folder)
    for action in ("transferred", "received"):
        told("custody", "add", folder, "--actor", "Jane", "--action", action)
    first = folder / "custody" / "0001-transferred.txt"
    first.write_bytes(first.read_bytes().replace(b"Jane", b"John"))
    capsys.readouterr()
    assert told("custody", "show", folder) == 0
    assert told("custody", "verify", folder) == 1
    assert "It names another entry as the one before it." in capsys.readouterr().out


def test_versions_are_compared_in_words_and_as_a_table(case: Path, tmp_path: Path, capsys: Capture) -> None:
    shutil.copytree(GOOD, tmp_path / "folder")
    claims = tmp_path / "folder" / "claims.csv"
    text = claims.read_text("utf-8")
    text = text.replace("killed,4,,,at-least,,2010-03-04", "killed,5,,,about,,2010-03-05")
    claims.write_text(text.replace("Police said that nobody was hit.", "=HYPERLINK(1)"), "utf-8")
    told("build", tmp_path / "folder", "--quiet", "-o", tmp_path / "new.evcase")
    capsys.readouterr()
    assert told("diff", case, tmp_path / "new.evcase", "--csv", tmp_path / "diff.csv") == 0
    assert capsys.readouterr().out == (
        "Claim C1, changed\n"
        "    Figure: at least 4 → about 5\n"
        "    As of: 4 March 2010 → 5 March 2010\n"
        "Claim C4, changed: =HYPERLINK(1)\n"
        "    Words: Police said that nobody was hit. → =HYPERLINK(1)\n"
        "Differences: 2 (2 changed)\n"
    )
    with (tmp_path / "diff.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["entity", "id", "difference", "title", "field", "old", "new"]
    assert rows[1] == ["claim", "C1", "changed", "", "Figure", "at least 4", "about 5"]
    assert rows[3][6] == "'=HYPERLINK(1)"
    assert told("diff", case, case) == 0
    assert capsys.readouterr().out == "No entry differs.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "absent.evcase"),
        ("sign", "absent.evcase", "--key", "absent"),
        ("custody", "show", "absent.evcase"),
        ("custody", "add", "absent.evcase", "--actor", "Jane", "--action", "stored"),
        ("diff", "absent.evcase", "absent.evcase"),
        ("trust", "add", "Jane", "absent.pub"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(*arguments) == 1
    assert capsys.readouterr().err.strip()
    assert not list(tmp_path.iterdir())


def test_a_database_that_is_not_a_case_is_not_compared(tmp_path: Path, capsys: Capture) -> None:
    import sqlite3
    from contextlib import closing

    from tests.sealing import make_bag

    for number, statement in enumerate(("PRAGMA user_version = 1", "PRAGMA application_id = 1128354629")):
        file = tmp_path / f"{number}.sqlite"
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(statement)
            connection.execute("CREATE VIEW claim AS SELECT 1")
        path = make_bag(tmp_path / f"{number}.evcase", {"case.sqlite": file.read_bytes()})
        assert told("diff", path, path) == 1
        assert capsys.readouterr().err.startswith("data/case.sqlite")
    path = make_bag(tmp_path / "words.evcase", {"case.sqlite": b"words"})
    assert told("diff", path, path) == 1
    assert "is no database" in capsys.readouterr().err


def test_sealing_reaches_neither_qt_nor_a_socket(case: Path, tmp_path: Path) -> None:
    need("ssh-keygen")
    make_key(tmp_path / "key")
    script = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('a socket')\n"
        "socket.socket.__init__ = refuse\n"
        "from viewer.cli import main\n"
        "case, key = sys.argv[1:]\n"
        "assert main(['sign', case, '--key', key]) == main(['verify', case, '--trust', key + '.pub']) == 0\n"
        "assert 'PySide6' not in sys.modules"
    )
    command = [sys.executable, "-c", script, str(case), str(tmp_path / "key")]
    ended = subprocess.run(command, cwd=TESTS.parent, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
