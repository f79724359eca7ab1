"""Turns what an action returned into JSON, or says what in it is none."""

import json
import math

_DEPTH = 64


class BadResult(Exception):
    """Said to the designer as it is, without a traceback: the script itself ran to its end."""


def encode(value, limit):
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        size = len(text.encode("utf-8"))
    except (TypeError, ValueError, RecursionError) as error:
        raise BadResult(f"execute_action returned what JSON cannot hold: {_first_fault(value, 'result', [])}") from error
    if size > limit:
        raise BadResult(f"execute_action returned {size:,} bytes; an action may return {limit:,}. Return only what is needed.")
    return text


def _first_fault(value, path, above):
    """The first part that is in the way, with the path to it."""
    if len(above) > _DEPTH:
        return f"more than {_DEPTH} levels inside each other."
    if isinstance(value, float) and not math.isfinite(value):
        return f"{path} is {value}, which is no number JSON knows."
    if isinstance(value, str):
        return None if _is_text(value) else f"{path} is a text with half a character in it."
    if value is None or isinstance(value, (bool, int, float)):
        return None
    if any(value is holder for holder in above):
        return f"{path} holds itself."
    if isinstance(value, dict):
        return _first_of(((_key_fault(key, path), item, f"{path}[{key!r}]") for key, item in value.items()), value, above)
    if isinstance(value, (list, tuple)):
        return _first_of(((None, item, f"{path}[{at}]") for at, item in enumerate(value)), value, above)
    return f"{path} is a {type(value).__name__}. Return texts, numbers, lists and dicts, for example str({path})."


def _first_of(parts, holder, above):
    for fault, item, path in parts:
        fault = fault or _first_fault(item, path, [*above, holder])
        if fault is not None:
            return fault
    return None


def _key_fault(key, path):
    if isinstance(key, (str, int, float, bool)) or key is None:
        return None
    return f"{path} has the key {key!r}; keys are texts."


def _is_text(value):
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
