"""The mark and version of an index file, and the names that writer and questions share."""

from __future__ import annotations

from viewer.binding.typed import Final

APPLICATION_ID: Final = 0x45564958  # 'EVIX'
FORMAT: Final = 3
OPEN: Final = -1  # duration class of events with an open end
LOOSE: Final = -2  # duration class of events that have no place on the axis
