"""The wall on Linux: a list of the few system calls that decoding needs; every other call answers EPERM."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from viewer.guard import bpf

_DENY = bpf.REFUSE | errno.EPERM
_EXECUTABLE = 4  # PROT_EXEC

# read write close fstat lseek brk, memory, signals of our own, waiting on ourselves, clocks, leaving
_X86_64 = (
    0, 1, 3, 5, 8, 11, 12, 13, 14, 15, 20, 24, 25, 28, 35, 39, 60, 96, 131, 186, 201, 202, 228, 229, 230, 231, 318,
    334,
)  # fmt: skip
_AARCH64 = (
    62, 63, 64, 66, 57, 80, 93, 94, 98, 99, 101, 113, 114, 115, 124, 132, 134, 135, 139, 169, 172, 178, 214, 215,
    216, 233, 278, 293,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """Numbers of one processor architecture: those allowed, those that map memory, those a trial asks for."""

    architecture: int
    allowed: tuple[int, ...]
    mapping: tuple[int, int]  # mmap, mprotect: allowed unless the memory would be executable
    running: int  # of the calls that a trial makes: execve, clone, kill
    forking: int
    signalling: int


_MACHINES = {
    "x86_64": Machine(bpf.ARCHITECTURES["x86_64"], _X86_64, (9, 10), running=59, forking=56, signalling=62),
    "aarch64": Machine(
        bpf.ARCHITECTURES["aarch64"], _AARCH64, (222, 226), running=221, forking=220, signalling=129
    ),
}


def machine() -> Machine | None:
    """The numbers of this machine; None where we know none."""
    return _MACHINES.get(bpf.machine_name())


def program(numbers: Machine) -> bytes:
    """The filter as BPF instructions of eight bytes each: denied is what is not allowed."""
    steps = bpf.opening(numbers.architecture, _DENY)
    for number in numbers.allowed:
        steps += [(bpf.EQUAL, 0, 1, number), (bpf.RETURN, 0, 0, bpf.ALLOW)]
    first, second = numbers.mapping
    steps += [
        (bpf.EQUAL, 2, 0, first),
        (bpf.EQUAL, 1, 0, second),
        (bpf.RETURN, 0, 0, _DENY),
        (bpf.LOAD, 0, 0, bpf.THIRD_ARGUMENT),
        (bpf.ANY_BIT, 0, 1, _EXECUTABLE),
        (bpf.RETURN, 0, 0, _DENY),
        (bpf.RETURN, 0, 0, bpf.ALLOW),
    ]
    return bpf.packed(steps)


def filter_calls() -> bool:
    """Lay the filter on this process for good; False where the machine has none. Needs no privilege."""
    numbers = machine()
    if numbers is None:
        return False
    return bpf.lay(program(numbers))
