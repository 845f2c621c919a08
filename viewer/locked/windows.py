"""Pipes and the job object on Windows. Written from the documentation; never run by us yet."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    import time
    from ctypes import wintypes

    from viewer.locked.lock import MEMORY

    _EXTENDED_LIMITS = 9
    _ONE_PROCESS, _PROCESS_MEMORY, _DIE_ON_FAULT, _KILL_ON_CLOSE = 0x8, 0x100, 0x400, 0x2000
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, wintypes.LPCWSTR]
    _kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
    _kernel.SetInformationJobObject.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
    _kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    _kernel.PeekNamedPipe.argtypes = [wintypes.HANDLE, *[ctypes.c_void_p] * 5]

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = [
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("smallest_set", ctypes.c_size_t),
            ("largest_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
            ("transfers", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("process_peak", ctypes.c_size_t),
            ("job_peak", ctypes.c_size_t),
        ]

    def prepare(process: int, inward: int, outward: int) -> int:
        """Put the child (a handle) into a job: one process, bounded memory, ended when we end. Raises OSError."""
        job = _kernel.CreateJobObjectW(None, None)
        flags = _ONE_PROCESS | _PROCESS_MEMORY | _DIE_ON_FAULT | _KILL_ON_CLOSE
        limits = _Limits(flags=flags, processes=1, process_memory=MEMORY)
        told = _kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        if not told or not _kernel.AssignProcessToJobObject(job, process):
            raise ctypes.WinError(ctypes.get_last_error())
        return int(job)

    def write(descriptor: int, data: memoryview, seconds: float) -> int:
        """How many bytes went in; this waits while the child, which reads whole messages, makes room."""
        return os.write(descriptor, data[: 64 << 10])

    def read(descriptor: int, room: memoryview, seconds: float) -> int:
        """How many bytes came within the time: 0 = the pipe has ended, -1 = none yet."""
        ready = wintypes.DWORD()
        handle, end = msvcrt.get_osfhandle(descriptor), time.monotonic() + seconds
        while time.monotonic() < end:
            if not _kernel.PeekNamedPipe(handle, None, None, None, ctypes.byref(ready), None):
                return 0
            if ready.value:
                found = os.read(descriptor, min(len(room), ready.value))
                room[: len(found)] = found
                return len(found)
            time.sleep(0.001)
        return -1

    def let_go(bounds: int) -> None:
        """Close the job, which ends what is left in it."""
        if bounds:
            _kernel.CloseHandle(bounds)
