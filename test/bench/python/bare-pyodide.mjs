// The floor: the same runtime as it comes, in plain Node, without walls, without our Python, and without a snapshot.
import { loadPyodide } from 'pyodide';

const python = await loadPyodide();
const began = performance.now();
const run = python.runPython('def execute_action(context):\n    return context["args"]["x"]\nexecute_action');
const result = run(python.toPy({ args: { x: 1 } }));
console.log(JSON.stringify({ result, call: performance.now() - began }));
process.exit(0);
