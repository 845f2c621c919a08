"""The window's journey creates no network socket: proved by what the system saw, never by what was imported."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.watching import journey, run, tool, traced

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace and namespaces are Linux's")

NETWORK = re.compile(r"\b(?:AF_INET6?|AF_PACKET|AF_NETLINK)\b")
# An address set aside for documentation: nothing answers there, and without a network nothing is sent.
CONNECT = "import socket; socket.create_connection(('192.0.2.1', 9), 2)"
OPEN_SOCKET = "import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM).close()"


def without_network() -> list[str]:
    """What a command is started with to have no network at all; skips where that is not permitted."""
    unshare = tool("unshare")
    prefix = [unshare, "-n"] if os.geteuid() == 0 else [unshare, "-r", "-n"]
    if run([*prefix, "true"]).returncode:
        pytest.skip("this system does not permit a network namespace")
    return prefix


def network(lines: Sequence[str]) -> list[str]:
    """Those of the traced calls that concern the network."""
    return [line for line in lines if NETWORK.search(line)]


def test_the_journey_needs_no_network(tmp_path: Path, ashraf_index: Path) -> None:
    ended = run([*without_network(), *journey(tmp_path)])
    assert ended.returncode == 0 and "arrived" in ended.stdout, ended.stdout
    assert (tmp_path / "picture.png").stat().st_size > 10_000


def test_without_network_nothing_can_be_reached() -> None:
    ended = run([*without_network(), sys.executable, "-c", CONNECT])
    assert ended.returncode != 0
    assert "unreachable" in ended.stdout


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_journey_creates_no_network_socket(tmp_path: Path, ashraf_index: Path, platform: str) -> None:
    lines = traced(journey(tmp_path), tmp_path / "trace", platform)
    assert network(lines) == []
    assert (tmp_path / "picture.png").stat().st_size > 10_000


def test_the_running_window_is_refused_a_network_socket_and_given_one_of_the_machine(
    tmp_path: Path, ashraf_index: Path
) -> None:
    ended = run(journey(tmp_path), around={**os.environ, "EVIDENCE_JOURNEY_ASKS": "1"})
    for told in ("AF_INET refused", "AF_INET6 refused", "AF_UNIX given", "arrived"):
        assert told in ended.stdout.splitlines(), ended.stdout


def test_what_the_running_window_asks_for_is_seen(tmp_path: Path, ashraf_index: Path) -> None:
    """The same journey, once it does try: strace would have shown it."""
    asking = {**os.environ, "EVIDENCE_JOURNEY_ASKS": "1"}
    lines = network(traced(journey(tmp_path), tmp_path / "trace", around=asking))
    assert len(lines) == 2 and all("EACCES" in line for line in lines), lines


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_a_network_socket_would_be_seen(tmp_path: Path, family: str) -> None:
    command = [sys.executable, "-c", OPEN_SOCKET.format(family=family)]
    assert any(f"socket({family}," in line for line in network(traced(command, tmp_path / "trace")))


def test_a_network_socket_of_a_child_would_be_seen(tmp_path: Path) -> None:
    script = OPEN_SOCKET.format(family="AF_INET")
    command = ["sh", "-c", f'"{sys.executable}" -c "{script}"; true']
    assert network(traced(command, tmp_path / "trace"))


def test_a_socket_of_the_machine_itself_is_let_pass() -> None:
    assert network(["7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3"]) == []
    assert network(["7 socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)) = 3"])
