"""Why the child gives no answer: raised where it is found, sent as a code."""

from __future__ import annotations

from viewer.locked.messages import Code


class Refusal(Exception):
    """`code` is what the host is told."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
