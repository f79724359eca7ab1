"""What went wrong, as the designer sees it: the lines of the script and nobody else's."""

import traceback


def line_of(error, file_name):
    """The line of the script where it happened, or None."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file_name]
    if frames:
        return frames[-1].lineno
    if isinstance(error, SyntaxError) and error.filename == file_name:
        return error.lineno
    return None


def text_of(error, file_name):
    told = traceback.TracebackException.from_exception(error, limit=-200)
    _keep_own_lines(told, file_name, set())
    return "".join(told.format()).rstrip("\n")


def message_of(error):
    """One line: the kind of the error and what it says."""
    if isinstance(error, SyntaxError) and error.msg:
        return f"{type(error).__name__}: {error.msg}"
    return "".join(traceback.format_exception_only(error)).strip()[:4000]


def _keep_own_lines(told, file_name, seen):
    if told is None or id(told) in seen:
        return
    seen.add(id(told))
    told.stack = traceback.StackSummary.from_list([frame for frame in told.stack if frame.filename == file_name])
    for other in (told.__cause__, told.__context__, *(told.exceptions or ())):
        _keep_own_lines(other, file_name, seen)
