"""The child seen from the host: restarted when it ends, ended when it is too slow, believed only when it fits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from tests.locked.specimens import line, pages_of
from viewer.locked import door
from viewer.locked.child import Child
from viewer.locked.frames import HEADER_SIZE, header
from viewer.locked.messages import (
    Done,
    Kind,
    OpenPdf,
    PdfFacts,
    Pixels,
    Refused,
    RenderPage,
    RenderPicture,
    Sniff,
    TryLock,
)
from viewer.locked.shelf import MOST_HELD

SMALL = pages_of([line("one"), line("two")])
# Four million lines to draw.
ENDLESS = pages_of([b"0 0 m 10 10 l S\n" * 4_000_000])


def fake(path: Path, script: str) -> list[str]:
    path.write_text("import os, struct, sys, time\nr, w = sys.stdin.buffer, sys.stdout.buffer\n" + script)
    return [sys.executable, "-I", str(path)]


def frame(record: bytes, payload: bytes = b"") -> bytes:
    return header(record, payload) + record + payload


READY = frame(msgspec.msgpack.encode(Done()))


@pytest.fixture
def own() -> Child:
    """A child that is ended on purpose."""
    return Child()


def test_a_child_killed_from_outside_is_started_again(own: Child) -> None:
    own.keep("d", lambda: SMALL)
    assert isinstance(own.ask(OpenPdf("d")), PdfFacts)
    first = own.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    answers = [own.ask(OpenPdf("d")) for _ in range(2)]
    assert isinstance(answers[-1], PdfFacts)
    assert own.pid != first
    own.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_child_killed_in_the_middle_of_a_request_is_a_code_and_the_next_answer_is_whole(own: Child) -> None:
    own.keep("d", lambda: ENDLESS)
    own.keep("s", lambda: SMALL)
    assert isinstance(own.ask(Sniff("d")), Kind)
    pid = own.pid
    assert pid is not None
    killer = threading.Timer(0.3, os.kill, (pid, signal.SIGKILL))
    killer.start()
    answer = own.ask(RenderPage("d", 0, 4000), 20)
    killer.join()
    assert answer == Refused("crashed", "SIGKILL")
    assert isinstance(own.ask(RenderPage("s", 1, 100)), Pixels)
    own.close()


def test_what_takes_too_long_is_ended_in_time(own: Child) -> None:
    own.keep("d", lambda: ENDLESS)
    own.ask(Sniff("d"))
    began = time.monotonic()
    assert own.ask(RenderPage("d", 0, 4000), 0.5) == Refused("too-slow")
    assert time.monotonic() - began < 1.5
    assert own.pid is None
    own.close()


def test_a_request_can_be_cancelled_from_another_thread(own: Child) -> None:
    own.keep("d", lambda: ENDLESS)
    own.ask(Sniff("d"))
    threading.Timer(0.2, own.cancel).start()
    began = time.monotonic()
    assert own.ask(RenderPage("d", 0, 4000), 20) == Refused("cancelled")
    assert time.monotonic() - began < 1.5
    own.close()


def test_naming_and_dropping_documents_never_waits_for_a_question(own: Child) -> None:
    own.keep("d", lambda: ENDLESS)
    own.ask(Sniff("d"))
    asking = threading.Thread(target=own.ask, args=(RenderPage("d", 0, 4000), 20))
    asking.start()
    time.sleep(0.1)
    began = time.monotonic()
    own.keep("s", lambda: SMALL)
    own.drop("d")
    own.start()
    assert time.monotonic() - began < 0.05 and asking.is_alive()
    own.close()
    asking.join()
    assert time.monotonic() - began < 1.5


def test_a_document_kept_again_under_its_key_is_read_again(child: Child) -> None:
    for pages in (1, 3):
        child.keep("d", lambda pages=pages: pages_of([b""] * pages))  # type: ignore[misc]
        answer = child.ask(OpenPdf("d"))
        assert isinstance(answer, PdfFacts) and len(answer.sizes) == pages
    child.drop("d")
    with pytest.raises(KeyError):
        child.ask(OpenPdf("d"))


def test_documents_beyond_the_bound_leave_the_child_and_come_back_when_asked(child: Child) -> None:
    told: list[int] = []

    def reading(number: int) -> bytes:
        told.append(number)
        return SMALL

    for number in range(MOST_HELD + 2):
        child.keep(f"k{number}", lambda number=number: reading(number))  # type: ignore[misc]
        assert isinstance(child.ask(OpenPdf(f"k{number}")), PdfFacts)
    child.ask(OpenPdf(f"k{MOST_HELD + 1}"))
    assert told == list(range(MOST_HELD + 2))
    assert isinstance(child.ask(OpenPdf("k0")), PdfFacts)
    assert told[-1] == 0
    for number in range(MOST_HELD + 2):
        child.drop(f"k{number}")


def test_a_request_that_makes_no_sense_is_refused(child: Child) -> None:
    child.keep("d", lambda: SMALL)
    assert child.ask(RenderPage("d", -1, 100)) == Refused("refused", "no such request")
    assert child.ask(RenderPicture("d", 10**9)) == Refused("refused", "no such request")
    assert child.ask(RenderPage("d", 2, 100)) == Refused("no-such-page")
    child.drop("d")


@pytest.mark.parametrize(
    "stray",
    [b"GET / HTTP/1.1\r\n\r\n", b"EVL1" + b"\xff" * 12, b"EVL1", header(b"", b"")[:-1] + b"\xff" * 40],
    ids=["words", "lengths", "half a header", "a header cut short"],
)
def test_the_child_leaves_when_what_comes_is_no_message(stray: bytes) -> None:
    process = subprocess.Popen(
        door.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    )
    told, _ = process.communicate(stray, timeout=60)
    assert process.returncode == 3
    assert told == READY


def test_the_child_leaves_in_peace_when_the_host_is_gone() -> None:
    process = subprocess.Popen(
        door.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    )
    process.communicate(timeout=60)
    assert process.returncode == 0


NONSENSE = {
    "stray bytes": b"hello, this is not a message at all",
    "a record too long": b"EVL1" + (1 << 31).to_bytes(4, "big") + bytes(8),
    "a payload too long": b"EVL1" + bytes(4) + (1 << 40).to_bytes(8, "big"),
    "not a record": frame(b"\xc1\xc1"),
    "another answer": frame(msgspec.msgpack.encode(Done())),
    "an unknown code": frame(msgspec.msgpack.encode({"is": "refused", "code": "maybe"})),
    "a field too many": frame(msgspec.msgpack.encode({"is": "refused", "code": "crashed", "x": 1})),
    "fewer pixels": frame(msgspec.msgpack.encode(Pixels(10, 10, True)), b"1234"),
    "huge pixels": frame(msgspec.msgpack.encode(Pixels(100_000, 100_000, True)), b"1234"),
    "a payload for a refusal": frame(msgspec.msgpack.encode(Refused("crashed")), b"1234"),
    "half a message": frame(msgspec.msgpack.encode(Done()))[: HEADER_SIZE + 1],
}


@pytest.mark.parametrize("nonsense", NONSENSE.values(), ids=NONSENSE.keys())
def test_the_host_believes_no_nonsense(nonsense: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "def message():\n    _, record, payload = struct.unpack('>4sIQ', r.read(16))\n"
        "    r.read(record + payload)\n"
        "def say(answer):\n    w.write(answer); w.flush()\n"
        f"say({READY!r}); message(); say({READY!r}); message(); say({nonsense!r}); w.close(); time.sleep(1)\n"
    )
    told = fake(tmp_path / "child.py", script)
    monkeypatch.setattr(door, "command", lambda: told)
    child = Child()
    child.keep("d", lambda: b"document")
    answer = child.ask(RenderPage("d", 0, 10), 5)
    assert isinstance(answer, Refused) and answer.code == "crashed"
    assert child.pid is None
    child.close()


def test_a_child_that_cannot_be_started_is_a_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "command", lambda: [str(tmp_path / "absent")])
    child = Child()
    assert child.ask(TryLock()) == Refused("cannot-start")
    assert child.protections() is None


def test_a_child_that_ends_at_once_is_a_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = fake(tmp_path / "child.py", "sys.exit(7)\n")
    monkeypatch.setattr(door, "command", lambda: told)
    child = Child()
    assert child.ask(TryLock()) == Refused("cannot-start", "exit 7")
    child.close()


def test_two_threads_may_ask_one_child(child: Child) -> None:
    child.keep("d", lambda: SMALL)
    answers: list[object] = []
    threads = [
        threading.Thread(target=lambda: answers.extend(child.ask(RenderPage("d", 0, 300)) for _ in range(5)))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 10 and all(isinstance(answer, Pixels) for answer in answers)
    child.drop("d")


def test_frozen_the_child_is_a_program_beside_the_main_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "evidence-viewer"))
    assert door.command() == [str(tmp_path / "evidence-viewer-locked")]
