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

/** Pyodide asks for as much memory as there can be; this makes it ask for as much as it may have. */
export function limitHeap(script: string, heap: number): string {
  const limited = script.replace('getHeapMax=()=>4294901760', `getHeapMax=()=>${heap}`);
  if (limited === script) throw new Error('Pyodide does not say how much memory it takes.');
  return limited;
}
