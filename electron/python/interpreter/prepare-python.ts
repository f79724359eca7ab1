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

/** What scripts import most, so that a snapshot has it ready. Some of it needs a door that is closed later. */
export function importCommon(pyodide: Pyodide): void {
  pyodide.runPython(`
import asyncio, base64, calendar, collections, concurrent.futures, contextlib, copy, csv, dataclasses, datetime
import decimal, email.message, enum, functools, hashlib, hmac, html, http.client, io, itertools, json, linecache
import logging, math, operator, queue, random, re, secrets, statistics, string, textwrap, threading, time, traceback
import types, typing, unicodedata, urllib.error, urllib.parse, urllib.request, uuid, zoneinfo
import requests, requests.auth, requests.exceptions
import parley.runner
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
