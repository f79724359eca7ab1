// What the same runtime does in plain Node, without our walls: the control of the hostile scripts.
import { loadPyodide } from 'pyodide';

const [code, args] = process.argv.slice(2);
const python = await loadPyodide({ stdout: () => undefined, stderr: () => undefined });
await python.runPythonAsync(code);
const run = python.globals.get('execute_action');
const context = python.toPy({ args: JSON.parse(args), conversation: null });
try {
  console.log(String(run(context)));
} catch (error) {
  console.log(String(error).trim().split('\n').at(-1));
}
// What it began goes on for a moment.
setTimeout(() => process.exit(0), 500);
