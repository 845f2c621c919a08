"""The window's journey creates no network socket: proved by what the system saw, never by what was imported."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace and namespaces are Linux's")

NETWORK = re.compile(r"\b(?:AF_INET6?|AF_PACKET)\b")
# An address set aside for documentation: nothing answers there, and without a network nothing is sent.
CONNECT = "import socket; socket.create_connection(('192.0.2.1', 9), 2)"
OPEN_SOCKET = "import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM).close()"


def tool(name: str) -> str:
    """The path of a system tool; without it the test is skipped, in CI it fails."""
    path = shutil.which(name)
    if path:
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(f"{name} is missing: packaging/dev test installs it on Debian")
    pytest.skip(f"{name} is not installed")


def run(command: Sequence[str], platform: str = "offscreen") -> subprocess.CompletedProcess[str]:
    """Run `command` to its end on the named Qt platform."""
    around = {**os.environ, "QT_QPA_PLATFORM": platform}
    return subprocess.run(
        command,
        env=around,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )


def journey(picture: Path) -> list[str]:
    """Open the bundled case, draw its window, save the picture, leave."""
    return [sys.executable, "-m", "viewer", "--case", "ashraf", "--screenshot", str(picture)]


def without_network() -> list[str]:
    """What a command is started with to have no network at all; skips where that is not permitted."""
    unshare = tool("unshare")
    prefix = [unshare, "-n"] if os.geteuid() == 0 else [unshare, "-r", "-n"]
    if run([*prefix, "true"]).returncode:
        pytest.skip("this system does not permit a network namespace")
    return prefix


def traced(command: Sequence[str], log: Path, platform: str = "offscreen") -> list[str]:
    """Run `command` under strace; answers the sockets it and its children asked for, one a line."""
    strace = [tool("strace"), "-f", "-qq", "-e", "trace=socket,connect,execve", "-o", str(log)]
    screen = [tool("xvfb-run"), "-a"] if platform == "xcb" else []
    # A session bus of its own: else Qt starts a daemon, and strace waits for that as well.
    ended = run([tool("dbus-run-session"), "--", *screen, *strace, *command], platform)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    assert any("execve(" in line for line in lines), f"nothing was traced: {ended.stdout}"
    assert ended.returncode == 0, ended.stdout
    return [line for line in lines if "execve(" not in line]


def network(lines: Sequence[str]) -> list[str]:
    """Those of the traced calls that concern the network."""
    return [line for line in lines if NETWORK.search(line)]


def test_the_journey_needs_no_network(tmp_path: Path, ashraf_index: Path) -> None:
    picture = tmp_path / "window.png"
    ended = run([*without_network(), *journey(picture)])
    assert ended.returncode == 0, ended.stdout
    assert picture.stat().st_size > 10_000


def test_without_network_nothing_can_be_reached() -> None:
    ended = run([*without_network(), sys.executable, "-c", CONNECT])
    assert ended.returncode != 0
    assert "unreachable" in ended.stdout


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_journey_creates_no_network_socket(tmp_path: Path, ashraf_index: Path, platform: str) -> None:
    picture = tmp_path / "window.png"
    lines = traced(journey(picture), tmp_path / "trace", platform)
    assert network(lines) == []
    assert picture.stat().st_size > 10_000


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
