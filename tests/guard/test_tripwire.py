"""The tripwire stops Python code that reaches out, and lets the locked child through."""

from __future__ import annotations

import pytest

from tests.guard.walled import said
from viewer.guard import tripwire

REACHING = {
    "a name": "socket.getaddrinfo('localhost', 80)",
    "a page": "urllib.request.urlopen('http://192.0.2.1')",
    "a datagram": "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'x', '/nowhere')",
    "a local server": "socket.socket(socket.AF_UNIX).connect('/nowhere')",
    "a browser": "webbrowser.GenericBrowser('true').open('http://192.0.2.1')",
    "a program": "subprocess.Popen(['true'])",
    "our child with more": "subprocess.Popen([*command(), 'more'])",
    "a shell": "os.system('true')",
    "a program aside": "os.posix_spawn('/bin/true', ['true'], {})",
    "a twin": "os.fork()",
}
TRY = """
import os, socket, subprocess, urllib.request, webbrowser
try:
    {step}
except tripwire.Tripped as tripped:
    print("tripped")
else:
    print("passed")
"""


@pytest.mark.parametrize("step", REACHING.values(), ids=REACHING.keys())
def test_the_wire_is_tripped_by(step: str) -> None:
    assert said(TRY.format(step=step)) == ["tripped"]


def test_the_command_of_the_locked_child_passes() -> None:
    step = "subprocess.Popen(command(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL).wait()"
    assert said(TRY.format(step=step)) == ["passed"]


def test_whether_it_is_there_is_asked_of_the_process() -> None:
    assert not tripwire.is_stretched()
    assert said("print(tripwire.is_stretched())") == ["True"]


def test_memory_stays_out_of_core_files_and_of_sight() -> None:
    program = "print(dumps.core_refused(), dumps.hidden_from_others())"
    assert said(program) == ["True", "True"]
