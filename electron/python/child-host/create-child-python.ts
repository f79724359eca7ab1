import { createPythonPort } from '../run/create-python-port.ts';
import { createSnapshotStore } from '../run/snapshot-store.ts';
import { createStarter } from '../run/start-interpreter.ts';
import { checkPyodide, findRuntime, readPrelude, snapshotKey } from '../runtime-files.ts';
import { pythonLimits, type PythonPort } from '../python-port.ts';
import { startChildInterpreter } from './child-interpreter.ts';

export type ChildPythonOptions = {
  /** Where a snapshot of a started interpreter is kept, which makes later starts five times faster. */
  readonly snapshotFolder: string;
  /** For a program that will run more than one script. */
  readonly keepsSpare?: boolean;
  readonly heap?: number;
  /** Node 24 or newer; the one this program runs on unless told otherwise. */
  readonly node?: string;
};

/**
 * Python for the command line and for tests, where there is no browser to wall it in: a child process under Node's
 * permission model, with Pyodide in a realm of its own. Say to people that this wall is the weaker one.
 */
export function createChildPython(options: ChildPythonOptions): PythonPort {
  const { snapshotFolder, keepsSpare = false, heap = pythonLimits.heap, node = process.execPath } = options;
  const prepare = async () => {
    const places = findRuntime();
    const [prelude] = await Promise.all([readPrelude(places.prelude), checkPyodide(places.pyodide)]);
    return createStarter({
      open: (snapshot) =>
        startChildInterpreter({
          node,
          entry: places.childEntry,
          codeFolders: places.childFolders,
          pyodideFolder: places.pyodide,
          snapshot,
        }),
      snapshots: createSnapshotStore(snapshotFolder, snapshotKey(`child-${heap}`, prelude)),
      prelude,
      heap,
    });
  };
  return createPythonPort({ prepare, keepsSpare });
}
