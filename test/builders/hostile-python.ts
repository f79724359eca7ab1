import type { Json } from '../../shared/base/json.ts';

/** A script that wants out, or wants to stay. `context["args"]` names the canaries: a file, and a server by its address. */
export type HostileScript = {
  readonly name: string;
  readonly code: string;
  /** How it may end; without, any end is fine that comes in time. */
  readonly ends?: readonly HostileEnd[];
  readonly returns?: Json;
};
export const allEnds = ['returned', 'python', 'timeout', 'memory', 'protocol', 'crashed'] as const;
export type HostileEnd = (typeof allEnds)[number];

const body = (lines: string): string =>
  `def execute_action(context):\n    args = context["args"]\n${lines
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n`;

const script = (name: string, lines: string, ...ends: HostileEnd[]): HostileScript => ({
  name,
  code: body(lines),
  ...(ends.length === 0 ? {} : { ends }),
});

/** Reaching for files, processes and the network by what Python has for it. */
const byPython: readonly HostileScript[] = [
  {
    ...script(
      'imports what leads out',
      `
import importlib
found = []
names = "js pyodide_js pyodide pyodide.http pyodide.code pyodide.ffi _pyodide _pyodide_core _parley_host micropip pip"
names += " socket _socket ssl subprocess _posixsubprocess multiprocessing ctypes _ctypes webbrowser ensurepip venv"
for name in names.split():
    try:
        found.append(str(importlib.import_module(name)))
    except ImportError:
        pass
return found
`,
    ),
    returns: [],
  },
  script('reads a file', 'return open(args["file"]).read()', 'python'),
  script('writes a file', 'open(args["file"], "w").write("escaped")\nreturn "wrote"'),
  script(
    'walks the disk',
    'import os\nreturn [f for d, _, fs in os.walk("/") for f in fs if "canary" in f]',
    'returned',
  ),
  script(
    'opens a socket through asyncio',
    'import asyncio\ns = asyncio.base_events.socket.socket()\ns.settimeout(0.2)\ns.connect((args["host"], args["port"]))\ns.send(b"GET / HTTP/1.0\\r\\n\\r\\n")',
  ),
  script(
    'builds the socket module itself',
    'from importlib.machinery import BuiltinImporter, ModuleSpec\nimport _imp\nm = _imp.create_builtin(ModuleSpec("_socket", BuiltinImporter))\n_imp.exec_builtin(m)\ns = m.socket(m.AF_INET, m.SOCK_STREAM)\ns.connect((args["host"], args["port"]))',
  ),
  script(
    'fetches by urllib',
    'import urllib.request\nreturn urllib.request.urlopen(args["url"], timeout=1).status',
    'python',
  ),
  script(
    'fetches by http.client',
    'import http.client\nc = http.client.HTTPConnection(args["host"], args["port"], timeout=1)\nc.request("GET", "/")',
  ),
  script(
    'connects by asyncio',
    'import asyncio\nasyncio.run(asyncio.wait_for(asyncio.open_connection(args["host"], args["port"]), 0.3))',
  ),
  script('asks a shell', 'import os\nreturn os.system("echo escaped > " + args["file"])', 'python'),
  script('forks without end', 'import os\nwhile True:\n    os.fork()', 'python'),
  script(
    'starts threads without end',
    'import threading\nwhile True:\n    threading.Thread(target=lambda: None).start()',
    'python',
  ),
  script(
    'builds ctypes itself',
    'from importlib.machinery import BuiltinImporter, ModuleSpec\nimport _imp, sys\nm = _imp.create_builtin(ModuleSpec("_ctypes", BuiltinImporter))\n_imp.exec_builtin(m)\nsys.modules["_ctypes"] = m\nh = m.dlopen(None, 0)\nf = m.dlsym(h, "system")\nreturn m.call_function(f, (("touch " + args["file"]).encode(),))',
  ),
  script(
    'runs JavaScript through the machine',
    'from importlib.machinery import BuiltinImporter, ModuleSpec\nimport _imp\nm = _imp.create_builtin(ModuleSpec("_ctypes", BuiltinImporter))\n_imp.exec_builtin(m)\nf = m.dlsym(m.dlopen(None, 0), "emscripten_run_script")\nm.call_function(f, (("fetch(\'" + args["url"] + "\')").encode(),))',
  ),
  script('goes through the host', 'import requests\nreturn requests.get(args["url"]).text', 'python'),
];

/** Reaching for JavaScript, where the machine itself lives. */
const byJavaScript: readonly HostileScript[] = [
  script(
    'makes a function of text',
    'from parley import host\nreturn str(host._ask.constructor("return process")())',
    'python',
  ),
  script(
    'makes a function of text through its constructors',
    'from parley import host\nreturn str(host._ask.constructor.constructor("return globalThis.process || self")().pid)',
    'python',
  ),
  script(
    'tries every object of JavaScript it finds',
    `
import gc
found = []
def visit(thing, depth):
    for name in ("process", "fetch", "require", "XMLHttpRequest", "mainModule"):
        try:
            found.append(str(getattr(thing, name)))
        except BaseException:
            pass
    try:
        found.append(str(thing.constructor.constructor("return fetch('" + args["url"] + "')")()))
    except BaseException:
        pass
    if depth:
        for name in dir(thing)[:60]:
            try:
                inner = getattr(thing, name)
            except BaseException:
                continue
            if "JsProxy" in type(inner).__name__ or "Js" in type(inner).__mro__[0].__name__:
                visit(inner, depth - 1)
for thing in gc.get_objects():
    if "Js" in type(thing).__name__ and not isinstance(thing, type):
        visit(thing, 1)
from parley import host
visit(host._ask, 2)
return [text[:80] for text in found]
`,
    'returned',
    'timeout',
  ),
  script(
    'mounts the disk through the core',
    'import gc, sys\nfor m in gc.get_objects():\n    if type(m).__name__ == "module" and "pyodide" in m.__name__:\n        for n in dir(m):\n            api = getattr(m, n, None)\n            if hasattr(api, "mountNodeFS"):\n                api.mountNodeFS("/mnt", "/")\nreturn open("/mnt" + args["file"]).read()',
    'python',
  ),
];

/** Refusing to end, or taking everything. */
const byForce: readonly HostileScript[] = [
  script('loops for ever', 'while True:\n    pass', 'timeout'),
  script(
    'swallows every exception',
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    'timeout',
  ),
  script('never comes back from C', 'import itertools\nreturn sum(itertools.repeat(1))', 'timeout'),
  script('counts too far', 'return len(str(7 ** (10 ** 8)))', 'timeout', 'python'),
  script('matches for ever', 'import re\nreturn re.match(r"(a|a)*$", "a" * 60 + "b")', 'timeout'),
  script('sleeps for ever', 'import time\ntime.sleep(1e9)', 'timeout'),
  script(
    'waits for itself',
    'import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()',
    'timeout',
    'python',
    'crashed',
  ),
  script('ignores signals', 'import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass', 'timeout'),
  script('awaits what never comes', 'import asyncio\nasyncio.run(asyncio.Event().wait())', 'python'),
  script('takes a gigabyte', 'return len(bytearray(1 << 30))', 'memory'),
  script('takes more and more', 'x = ["x"]\nwhile True:\n    x += x', 'memory', 'timeout'),
  script(
    'fills the disk',
    'n = 0\nwhile True:\n    open(f"/tmp/{n}", "w").write("x" * 1_000_000)\n    n += 1',
    'python',
  ),
  script('prints a flood', 'while True:\n    print("x" * 1000)', 'timeout'),
  script('prints a gigabyte', 'while True:\n    print("x" * 100_000_000)', 'timeout', 'memory'),
  script('prints below Python', 'import os\nwhile True:\n    os.write(1, b"x" * 1000 + b"\\n")', 'timeout'),
  script('returns too much', 'return "x" * 50_000_000', 'python'),
  script('returns too deep', 'x = []\nfor _ in range(500):\n    x = [x]\nreturn x', 'python'),
  script('returns itself', 'x = []\nx.append(x)\nreturn x', 'python'),
  script('returns no number', 'return {"a": [1, float("inf")]}', 'python'),
  script('returns a function', 'return {"a": {"b": print}}', 'python'),
  script(
    'asks without end',
    'from parley import host\nwhile True:\n    try: host.call("tag.add", tag="x")\n    except Exception: pass',
    'protocol',
  ),
  script(
    'recurses without end',
    'import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(): return f()\nreturn f()',
    'python',
    'crashed',
    'memory',
    'timeout',
  ),
  script('leaves', 'import sys\nsys.exit(0)', 'python'),
  script('leaves by force', 'import faulthandler\nfaulthandler._sigsegv()', 'crashed', 'python', 'timeout', 'returned'),
  script('asks for input', 'return input()', 'python'),
];

/** Saying what is not so. */
const byLies: readonly HostileScript[] = [
  script(
    'forges its result',
    'from parley import answers\nanswers.encode = lambda *_: "1}, {"\nreturn 1',
    'python',
    'protocol',
  ),
  script(
    'forges the outcome',
    'from parley import runner\nrunner._execute.__code__ = (lambda *_: "{\\"kind\\": \\"returned\\"}").__code__\nraise ValueError("x")',
  ),
  script(
    'forges an outcome of another kind',
    'from parley import runner\nrunner._describe = lambda *_: {"kind": "owned", "__proto__": {}}\nraise ValueError("x")',
    'python',
    'protocol',
  ),
  script(
    'asks for what there is not',
    'from parley import host\nreturn host.call("process.exec", command="touch")',
    'python',
  ),
  script(
    'asks with too much',
    'from parley import host\nreturn host._ask("tag.add", "x" * 20_000_000)',
    'protocol',
    'crashed',
  ),
  script(
    'spoils the next run',
    'import builtins, json\nbuiltins.len = lambda _: -1\njson.dumps = lambda *_, **__: "{}"\nreturn 1',
  ),
];

export const hostileScripts: readonly HostileScript[] = [...byPython, ...byJavaScript, ...byForce, ...byLies];

/** What an ordinary script finds when the one before it left nothing behind. */
export const ordinaryScript =
  'import json, random\n\ndef execute_action(context):\n    return {"length": len("four"), "json": json.dumps([1]), "random": random.random()}\n';
