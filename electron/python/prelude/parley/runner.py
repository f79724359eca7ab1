"""Runs one action, once. An interpreter that ran one is thrown away."""

import builtins
import inspect
import json
import linecache
import random
import sys

from . import answers, clock, console, doors, event_loop, helpers, host, tracebacks


def prepare(ask, pause):
    """After a start, from a snapshot or not: what must be new each time, and the doors."""
    host.bind(ask, pause)
    # A snapshot holds the generator as it was: everybody would draw the same numbers.
    random.seed()
    clock.install()
    event_loop.install()
    doors.close()


def run(code, file_name, context, limits, send):
    """Gives the outcome as JSON; raises nothing."""
    limits = json.loads(limits)
    output = console.open_console(send, limits["printBytes"])
    try:
        text = _execute(code, file_name, json.loads(context), limits["resultBytes"])
    except BaseException as error:
        text = _told(error, file_name)
    try:
        output.send()
    except BaseException as error:
        return _told(error, file_name)
    return text


def _execute(code, file_name, context, result_bytes):
    # Tracebacks quote the lines from here.
    linecache.cache[file_name] = (len(code), None, code.splitlines(keepends=True), file_name)
    names = {"__name__": "action", "__file__": file_name, "__builtins__": builtins, **helpers.ALL}
    exec(compile(code, file_name, "exec", dont_inherit=True), names)
    action = names.get("execute_action")
    if not callable(action):
        raise answers.BadResult("The script has no function execute_action(context).")
    result = action(context)
    if inspect.iscoroutine(result):
        result = event_loop.run_to_end(result)
    return f'{{"kind": "returned", "result": {answers.encode(result, result_bytes)}}}'


def _told(error, file_name):
    # The interrupt may come only now, while this is written down: what happened in the script is what counts.
    for _ in range(3):
        try:
            return json.dumps(_describe(error, file_name))
        except KeyboardInterrupt:
            continue
        except BaseException as fault:
            return json.dumps(_outcome("raised", f"{type(error).__name__}: {type(fault).__name__}", None, ""))
    return json.dumps(_outcome("interrupted", "KeyboardInterrupt", None, ""))


def _describe(error, file_name):
    if isinstance(error, answers.BadResult):
        return _outcome("raised", str(error), None, "")
    kind = "raised"
    if isinstance(error, MemoryError):
        kind = "memory"
    elif isinstance(error, KeyboardInterrupt):
        kind = "interrupted"
    line = tracebacks.line_of(error, file_name)
    return _outcome(kind, tracebacks.message_of(error), line, tracebacks.text_of(error, file_name)[-16000:])


def _outcome(kind, message, line, traceback):
    return {"kind": kind, "message": message, "line": line, "traceback": traceback}


sys.setrecursionlimit(1000)
