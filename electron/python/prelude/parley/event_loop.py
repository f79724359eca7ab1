"""An event loop without a browser and without sockets: enough for `await`, `asyncio.sleep`, `gather` and queues."""

import asyncio
from asyncio import base_events, events

from . import clock


class _Waiting:
    """Stands where a loop has its selector: there is nothing to select from, only time to pass."""

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("The script awaits something that can never happen.")
        clock.sleep(max(timeout, 0))
        return []

    def get_map(self):
        return {}

    def close(self):
        pass


class ActionLoop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Waiting()

    def _process_events(self, _events):
        pass

    def _write_to_self(self):
        pass


class _Policy(events._AbstractEventLoopPolicy):
    def __init__(self):
        self._loop = None

    def get_event_loop(self):
        if self._loop is None:
            raise RuntimeError("There is no current event loop.")
        return self._loop

    def set_event_loop(self, loop):
        self._loop = loop

    def new_event_loop(self):
        return ActionLoop()


def run_to_end(coroutine):
    with asyncio.Runner(loop_factory=ActionLoop) as runner:
        return runner.run(coroutine)


def install():
    events._set_running_loop(None)
    events._set_event_loop_policy(_Policy())
