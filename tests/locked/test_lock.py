"""The lock holds: what the child must not be able to do is refused by the system, inside the running child."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.locked.child import Child
from viewer.locked.seccomp import machine, program
from viewer.locked.trial import try_lock

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")
CHECKOUT = Path(__file__).resolve().parents[2]

# Each is tried in a process that has loaded what the child loads and has locked itself as the child does.
FORBIDDEN = {
    "read a file": "open('/etc/hostname', 'rb')",
    "write a file": "open('left-behind', 'wb')",
    "list a folder": "os.listdir('/')",
    "look at a file": "os.stat('/etc/hostname')",
    "remove a file": "os.unlink('left-behind')",
    "rename a file": "os.rename('left-behind', 'other')",
    "change folder": "os.chdir('/')",
    "open a network socket": "socket.socket(socket.AF_INET)",
    "open a socket of the machine": "socket.socket(socket.AF_UNIX)",
    "make a pipe": "os.pipe()",
    "fork": "os.fork()",
    "start a program": "os.execv('/bin/true', ['true'])",
    "start a program aside": "os.posix_spawn('/bin/true', ['true'], {})",
    "start a thread": "threading.Thread(target=print).start()",
    "end its host": "os.kill(os.getppid(), 9)",
    "end itself loudly": "os.kill(os.getpid(), 6)",
    "map memory that can run": "mmap.mmap(-1, 4096, prot=7)",
    "raise its limits": "resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))",
    "trace its host": "raise_if(ctypes.CDLL(None, use_errno=True).ptrace(16, os.getppid(), 0, 0))",
    "take much memory": "bytearray(3 << 30)",
}
SCRIPT = """
import ctypes, mmap, os, resource, socket, sys, threading
sys.path.insert(0, sys.argv[1])
from viewer.locked.lock import lock
from viewer.locked import service
def raise_if(result):
    if result < 0: raise PermissionError(ctypes.get_errno())
lock()
try:
    {step}
except (OSError, MemoryError, RuntimeError, ValueError) as error:
    print('refused:', type(error).__name__, flush=True)
else:
    print('done', flush=True)
os._exit(0)
"""


def outcome(step: str, folder: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-I", "-c", SCRIPT.format(step=step), str(CHECKOUT)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return told.stdout.strip() or told.stderr


@pytest.mark.parametrize("step", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_behind_the_lock_nothing_can(step: str, tmp_path: Path) -> None:
    assert outcome(step, tmp_path).startswith("refused:")
    assert list(tmp_path.iterdir()) == []


def test_behind_the_lock_memory_and_clocks_still_work(tmp_path: Path) -> None:
    assert outcome("bytearray(100 << 20); import time; time.monotonic(); os.urandom(8)", tmp_path) == "done"


def test_the_running_child_reports_every_protection(child: Child) -> None:
    told = child.protections()
    assert told is not None
    assert told.no_files and told.no_sockets and told.no_programs and told.no_children and told.no_signals
    assert told.memory_bounded and told.filtered


def test_an_unlocked_process_reports_that_it_is_open() -> None:
    told = try_lock()
    assert not (told.no_files or told.no_sockets or told.no_programs or told.no_children or told.no_signals)
    assert not (told.memory_bounded or told.filtered)


def test_the_system_itself_says_that_the_child_is_filtered(child: Child) -> None:
    child.protections()
    status = Path(f"/proc/{child.pid}/status").read_text()
    assert "NoNewPrivs:\t1" in status and "Seccomp:\t2" in status and "Threads:\t1" in status


def shown_to_root(child: Child, name: str) -> Path:
    """A part of /proc about the child; whoever is not root may not even look, and the test ends with that."""
    child.protections()
    path = Path(f"/proc/{child.pid}/{name}")
    if os.geteuid() != 0:
        with pytest.raises(PermissionError):
            path.read_bytes() if name == "environ" else list(path.iterdir())
        pytest.skip("the child may not be looked at, as it should be")
    return path


def test_the_child_holds_two_pipes_and_nothing_else_open(child: Child) -> None:
    opened = sorted(str(link.readlink()) for link in shown_to_root(child, "fd").iterdir())
    assert [name.partition(":")[0] for name in opened] == ["/dev/null"] * 3 + ["pipe"] * 2


def test_the_child_knows_nothing_of_the_readers_surroundings(child: Child) -> None:
    assert shown_to_root(child, "environ").read_bytes() == b"MALLOC_ARENA_MAX=1\0"


def test_a_filter_is_a_whole_number_of_instructions_and_ends_in_an_answer() -> None:
    numbers = machine()
    assert numbers is not None
    instructions = program(numbers)
    assert len(instructions) % 8 == 0 and instructions[-8:] == b"\x06\0\0\0\0\0\xff\x7f"
    assert ctypes.sizeof(ctypes.c_void_p) == 8
