"""No picture of this process's memory reaches the disk when it ends badly, and no other may look into it."""

from __future__ import annotations

import sys
from contextlib import suppress

_GET_DUMPABLE, _SET_DUMPABLE = 3, 4


def forbid_dumps() -> None:
    """For good. On Windows the system's own error reports cannot be refused from here."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):  # `core_refused` says so
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        from viewer.guard import bpf

        bpf.ask_process(_SET_DUMPABLE, 0)


def core_refused() -> bool:
    """Whether a core file has no room: asked of the system."""
    if sys.platform == "win32":
        return False
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def hidden_from_others() -> bool:
    """Whether other programs of the same user may not read this process's memory: asked of the system."""
    if sys.platform != "linux":
        return False
    from viewer.guard import bpf

    return bpf.ask_process(_GET_DUMPABLE) == 0
