"""Asks the host to do what this interpreter cannot. The one way out: text goes, text comes back."""

import json

_ask = None
_pause = None


class HostError(RuntimeError):
    """The host could not, or would not. `kind` says which."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def bind(ask, pause):
    global _ask, _pause
    _ask, _pause = ask, pause


def call(operation, **payload):
    answer = json.loads(_ask(operation, json.dumps(payload, allow_nan=False)))
    if answer["ok"]:
        return answer["value"]
    raise HostError(answer["kind"], answer["message"])


def pause(seconds):
    """Sleeps in slices, so that a limit or a person can end it."""
    _pause(seconds * 1000)
