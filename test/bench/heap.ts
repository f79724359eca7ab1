import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  // Some things are only let go of by the second look.
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** What some work leaves in memory: its result, and by how many bytes the heap has grown with it. */
export function heapKept<Value>(work: () => Value): { readonly kept: Value; readonly bytes: number } {
  const before = heapUsed();
  const kept = work();
  return { kept, bytes: heapUsed() - before };
}
