"""A `time.sleep` that can be interrupted; the one that comes with the runtime cannot."""

import time

from . import host

_SLICE = 0.05


def sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        host.pause(min(left, _SLICE))


def install():
    time.sleep = sleep
