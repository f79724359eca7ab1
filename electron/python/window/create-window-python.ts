import { createPythonPort } from '../run/create-python-port.ts';
import { createSnapshotStore } from '../run/snapshot-store.ts';
import { createStarter } from '../run/start-interpreter.ts';
import { checkPyodide, findRuntime, readPrelude, snapshotKey, type RuntimePlaces } from '../runtime-files.ts';
import { pythonLimits, type PythonPort } from '../python-port.ts';
import { createPythonWindow } from './python-window.ts';

export type WindowPythonOptions = {
  /** Where a snapshot of a started interpreter is kept: a folder in the person's data. */
  readonly snapshotFolder: string;
  /** Whether an interpreter is kept ready from the first script on; it is unless told otherwise. */
  readonly keepsSpare?: boolean;
  readonly heap?: number;
  readonly places?: RuntimePlaces;
};

/**
 * Python for the app: inside a hidden, sandboxed window, in a frame of an opaque origin under a policy narrowed to the
 * runtime's folder. `pythonSchemePrivileges` has to be registered before the app is ready.
 */
export function createWindowPython(options: WindowPythonOptions): PythonPort {
  const { snapshotFolder, keepsSpare = true, heap = pythonLimits.heap, places = findRuntime() } = options;
  const window = createPythonWindow(places, heap, () => port.rest());
  const prepare = async () => {
    const [prelude] = await Promise.all([readPrelude(places.prelude), checkPyodide(places.pyodide)]);
    const snapshots = createSnapshotStore(snapshotFolder, snapshotKey(`window-${heap}`, prelude));
    return createStarter({ open: window.open, snapshots, prelude, heap });
  };
  const port = createPythonPort({ prepare, keepsSpare, onIdle: window.close });
  return port;
}
