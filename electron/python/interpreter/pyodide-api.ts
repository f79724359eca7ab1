/** What we use of Pyodide. Its own types know nothing of snapshots, and bring the page's world along. */
export type Pyodide = {
  readonly FS: {
    readonly mkdirTree: (path: string) => void;
    readonly writeFile: (path: string, text: string) => void;
  };
  readonly runPython: (code: string) => unknown;
  readonly registerJsModule: (name: string, module: object) => void;
  readonly setInterruptBuffer: (buffer: object) => void;
  readonly makeMemorySnapshot: () => Uint8Array;
};

export type PyodideOptions = {
  readonly indexURL: string;
  readonly packageBaseUrl: string;
  readonly stdLibURL: string;
  readonly lockFileContents: object;
  readonly jsglobals: object;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: () => null;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
  readonly _makeSnapshot?: boolean;
  readonly _loadSnapshot?: Uint8Array;
};

export type LoadPyodide = (options: PyodideOptions) => Promise<Pyodide>;

/** Which packages there are to fetch: none. The rest is what Pyodide wants to read in such a file. */
export const emptyLockFile = {
  info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: '3.14.2' },
  packages: {},
};

/** Python's own settings. A fixed hash seed, since a snapshot fixes it anyway. */
export const pythonEnvironment = { HOME: '/home/action', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };

/** The global by which one run is given less memory than its interpreter could take. */
export const heapOfRun = 'parleyHeap';

/** Bytes a script may write to files. They live in memory, but in none that Python counts. */
const diskBytes = 64 * 1024 * 1024;

/**
 * The machine of Pyodide with bounds: it asks for as much memory as there can be, and its files grow for ever. Said in
 * its script, because it has no setting for either.
 */
export function limitMemory(script: string, heap: number): string {
  const spend = (grown: string): string =>
    `if((MEMFS.spent=(MEMFS.spent||0)+Math.max(0,${grown}))>${diskBytes})throw new FS.ErrnoError(51);`;
  const changes = [
    ['getHeapMax=()=>4294901760', `getHeapMax=()=>Math.min(${heap},globalThis.${heapOfRun}||${heap})`],
    [
      'if(!length)return 0;var node=stream.node;node.mtime=',
      `if(!length)return 0;${spend('length')}var node=stream.node;node.mtime=`,
    ],
    [
      'var oldContents=node.contents;node.contents=new Uint8Array(newSize)',
      `${spend('newSize-node.contents.length')}var oldContents=node.contents;node.contents=new Uint8Array(newSize)`,
    ],
  ] as const;
  return changes.reduce((text, [found, put]) => {
    if (text.split(found).length !== 2) throw new Error('The machine of Pyodide is not the one this was written for.');
    return text.replace(found, () => put);
  }, script);
}
