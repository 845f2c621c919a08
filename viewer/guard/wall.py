"""The wall on Linux: this process and its children can make no socket but one of the machine itself."""

from __future__ import annotations

import errno
import os
import sys

from viewer.binding.typed import Literal

_LOCAL, _INTERNET, _INTERNET_6 = 1, 2, 10  # AF_UNIX, AF_INET, AF_INET6
_DATAGRAM = 2
_SOCKET = {"x86_64": 41, "aarch64": 198}
_RINGS = (425, 426, 427)  # io_uring_setup, _enter, _register: a ring opens sockets past this filter

Answer = Literal["refused", "open", "not-tried"]


def forbid_network() -> bool:
    """Lay the filter on this process for good; False where the system has none that we know."""
    if sys.platform != "linux":
        return False
    from viewer.guard import bpf

    name = bpf.machine_name()
    return name in _SOCKET and bpf.lay(program(bpf.ARCHITECTURES[name], _SOCKET[name]))


def program(architecture: int, socket: int) -> bytes:
    """The filter: refused are rings, and sockets of any family but the machine's own."""
    from viewer.guard import bpf

    refusal = bpf.REFUSE | errno.EACCES
    steps = bpf.opening(architecture, refusal)
    for ring in _RINGS:
        steps += [(bpf.EQUAL, 0, 1, ring), (bpf.RETURN, 0, 0, refusal)]
    steps += [
        (bpf.EQUAL, 1, 0, socket),
        (bpf.RETURN, 0, 0, bpf.ALLOW),
        (bpf.LOAD, 0, 0, bpf.FIRST_ARGUMENT),
        (bpf.EQUAL, 0, 1, _LOCAL),
        (bpf.RETURN, 0, 0, bpf.ALLOW),
        (bpf.RETURN, 0, 0, refusal),
    ]
    return bpf.packed(steps)


def try_network() -> Answer:
    """Ask the system for sockets of the internet, now; nothing is sent, and one that is given is closed."""
    return _tried(_INTERNET, _INTERNET_6)


def try_local() -> Answer:
    """The same for a socket of the machine itself, which the window is drawn through."""
    return _tried(_LOCAL)


def _tried(*families: int) -> Answer:
    if sys.platform != "linux":
        return "not-tried"
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    refused = True
    for family in families:
        made = libc.socket(family, _DATAGRAM, 0)
        if made >= 0:
            os.close(made)
        refused = refused and made < 0 and ctypes.get_errno() in (errno.EACCES, errno.EPERM)
    return "refused" if refused else "open"
