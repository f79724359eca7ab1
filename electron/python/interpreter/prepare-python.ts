import type { Pyodide } from './pyodide-api.ts';

/** The two ways out of an interpreter. Both take and give text or numbers, nothing else. */
export type HostFunctions = {
  readonly ask: (operation: string, payload: string) => string;
  readonly pause: (milliseconds: number) => void;
  readonly print: (text: string) => void;
};

export type RunScript = (
  code: string,
  fileName: string,
  context: string,
  limits: { readonly printBytes: number; readonly resultBytes: number },
) => string;

const packages = '/lib/python3.14/site-packages';

/** Puts our Python where `import` finds it. */
export function writePrelude(pyodide: Pyodide, prelude: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(prelude)) {
    const file = `${packages}/${path}`;
    pyodide.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    pyodide.FS.writeFile(file, text);
  }
}

/** What is needed before the doors are closed: ours, and what of the library knocks at one while it is imported. */
export function importOurs(pyodide: Pyodide): void {
  pyodide.runPython('import asyncio, concurrent.futures, http.client, urllib.request, requests, parley.runner');
}

/** What scripts import most, so that a snapshot has it ready. */
export function importCommon(pyodide: Pyodide): void {
  pyodide.runPython(`
import base64, calendar, collections, contextlib, copy, csv, dataclasses, datetime, decimal, email.message, enum
import functools, hashlib, hmac, html, io, itertools, json, linecache, logging, math, operator, queue, random, re
import requests.auth, requests.exceptions, secrets, statistics, string, textwrap, threading, time, traceback, types
import typing, unicodedata, urllib.error, urllib.parse, uuid, zoneinfo
`);
}

/** Connects the interpreter with its host, closes the doors, and gives what runs a script. */
export function connectPython(pyodide: Pyodide, functions: HostFunctions): RunScript {
  pyodide.registerJsModule('_parley_host', functions);
  const run = pyodide.runPython(`
def _connect():
    import _parley_host
    from parley import runner
    ask, pause, send = _parley_host.ask, _parley_host.pause, _parley_host.print
    runner.prepare(ask, pause)
    return lambda code, file_name, context, limits: runner.run(code, file_name, context, limits, send)
_connect()
`);
  if (typeof run !== 'function') throw new Error('Python gave nothing to run scripts with.');
  return (code, fileName, context, limits) => String(run(code, fileName, context, JSON.stringify(limits)));
}
