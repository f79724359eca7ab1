"""
Closes what leads from Python to JavaScript, to native calls, and to devices that are not there.

No wall: the wall is around the whole interpreter. This gives a script that knocks a sentence instead of a riddle.
"""

import os
import sys

_REASONS = {
    "socket": "use requests, whose calls the host makes",
    "_socket": "use requests, whose calls the host makes",
    "ssl": "use requests, whose calls the host makes",
    "_ssl": "use requests, whose calls the host makes",
    "subprocess": "an action starts no programs",
    "_posixsubprocess": "an action starts no programs",
    "multiprocessing": "an action runs in one process",
    "_multiprocessing": "an action runs in one process",
    "js": "an action has no way into the app",
    "pyodide_js": "an action has no way into the app",
    "pyodide": "an action has no way into the app",
    "_pyodide": "an action has no way into the app",
    "_pyodide_core": "an action has no way into the app",
    "_parley_host": "an action has no way into the app",
    "ctypes": "native code cannot be called",
    "_ctypes": "native code cannot be called",
    "micropip": "packages cannot be installed",
    "pip": "packages cannot be installed",
    "ensurepip": "packages cannot be installed",
    "venv": "packages cannot be installed",
    "webbrowser": "an action opens no windows",
}

_GONE_FROM_OS = (
    "system popen fork forkpty kill killpg abort _exit execl execle execlp execlpe execv execve execvp execvpe "
    "spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe posix_spawn posix_spawnp"
).split()


class _ClosedDoors:
    """Asked first by `import`."""

    def find_spec(self, name, _path=None, _target=None):
        top = name.partition(".")[0]
        if top in _REASONS:
            raise ImportError(f"{top!r} is not available in actions: {_REASONS[top]}", name=name)
        return None


def close():
    for name in [name for name in sys.modules if name.partition(".")[0] in _REASONS]:
        del sys.modules[name]
    sys.meta_path[:] = [finder for finder in sys.meta_path if not type(finder).__module__.startswith(("pyodide", "_pyodide"))]
    sys.meta_path.insert(0, _ClosedDoors())
    posix = sys.modules.get("posix")
    for name in _GONE_FROM_OS:
        for module in (os, posix):
            if hasattr(module, name):
                delattr(module, name)
