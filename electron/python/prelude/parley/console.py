"""Keeps what an action prints: in pieces, and up to a limit."""

import io
import sys
import time

_PIECE = 4096
_PATIENCE = 0.1


class Console(io.TextIOBase):
    encoding = "utf-8"

    def __init__(self, send, limit):
        self._send = send
        self._left = limit
        self._limit = limit
        self._pieces = []
        self._held = 0
        self._sent_at = time.monotonic()

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self._left > 0:
            self._keep(text)
        return len(text)

    def _keep(self, text):
        # Cut before anything is made of it: a text may be far larger than what is left.
        kept = text[: self._left].encode("utf-8", "replace")[: self._left].decode("utf-8", "ignore")
        self._left -= len(kept.encode("utf-8")) if len(kept) == len(text) else self._left
        if self._left <= 0:
            kept += f"\n… what is printed beyond {self._limit:,} bytes is not kept.\n"
        self._pieces.append(kept)
        self._held += len(kept)
        if self._held >= _PIECE or time.monotonic() - self._sent_at > _PATIENCE:
            self.send()

    def send(self):
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            self._held = 0
            self._sent_at = time.monotonic()
            self._send(text)

    def flush(self):
        # Pieces go out by size and time: asking for more would only flood the host.
        if time.monotonic() - self._sent_at > _PATIENCE:
            self.send()


def open_console(send, limit):
    console = Console(send, limit)
    sys.stdout = sys.stderr = console
    return console
