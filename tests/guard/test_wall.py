"""Behind the wall there is no socket but the machine's own, and the locked child still starts."""

from __future__ import annotations

import sys

import pytest

from tests.guard.walled import FORBID, said
from viewer.guard import bpf, wall

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")

ASK = """
import socket
try:
    socket.socket(socket.{family}, {kind}).close()
except PermissionError:
    print("refused")
else:
    print("given")
"""
RING = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
print("refused" if libc.syscall(425, 1, None) < 0 and ctypes.get_errno() == errno.EACCES else "given")
"""
CHILD = """
from viewer.locked.child import Child
from viewer.locked.messages import TryLock
child = Child()
told = child.protections()
print(told.no_sockets, told.no_programs, told.filtered)
with open(f"/proc/{child.pid}/status") as status:
    print(status.read().split("Seccomp_filters:")[1].split()[0])
child.close()
"""


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_ALG"])
def test_a_socket_of_a_network_is_refused(family: str) -> None:
    kind = (
        "socket.SOCK_RAW"
        if family in ("AF_NETLINK", "AF_PACKET")
        else "socket.SOCK_SEQPACKET"
        if family == "AF_ALG"
        else "socket.SOCK_STREAM"
    )
    assert said(ASK.format(family=family, kind=kind)) == ["refused"]


def test_without_the_wall_it_is_given() -> None:
    assert said(ASK.format(family="AF_INET", kind="socket.SOCK_STREAM"), "") == ["given"]


def test_a_socket_of_the_machine_is_given() -> None:
    assert said(ASK.format(family="AF_UNIX", kind="socket.SOCK_STREAM")) == ["given"]


def test_a_ring_that_would_go_round_the_wall_is_refused() -> None:
    assert said(RING) == ["refused"]


def test_the_locked_child_starts_behind_the_wall_and_bears_both_filters() -> None:
    assert said(CHILD) == ["True", "True", "True", "2"]


def test_what_a_child_may_not_is_what_its_host_may_not() -> None:
    """The filter goes along to whatever is started, past the tripwire too."""
    program = ASK.format(family="AF_INET", kind="socket.SOCK_STREAM")
    started = f"import subprocess\nprint(subprocess.check_output([sys.executable, '-c', {program!r}], text=True))"
    only_wall = FORBID.replace("tripwire.stretch(command)", "")
    assert said(started, only_wall) == ["refused"]


def test_the_process_itself_is_asked() -> None:
    assert (wall.try_network(), wall.try_local()) == ("open", "open")
    assert said("print(wall.try_network(), wall.try_local(), walled)") == ["refused", "open", "True"]


def test_every_known_machine_has_a_filter_that_fits() -> None:
    for architecture in bpf.ARCHITECTURES.values():
        assert len(wall.program(architecture, 41)) % 8 == 0


def test_the_wall_is_laid_in_less_than_two_milliseconds() -> None:
    timed = """
import argparse, sys, time  # as the program has them by then
sys.path.insert(0, {checkout!r})
import viewer.paths
begin = time.perf_counter()
from viewer.guard import wall
wall.forbid_network()
print(time.perf_counter() - begin)
"""
    assert min(float(said("", timed)[0]) for _ in range(7)) < 0.002
