import type { Json } from '../../../shared/base/json.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';
import { readLimits } from '../../../shared/persistence/read-limits.ts';
import { runOutcome } from '../protocol/interpreter-message.ts';
import type { PythonFailureKind } from '../python-port.ts';

export type ReadOutcome =
  | { readonly ok: true; readonly result: Json; readonly line: null; readonly traceback: '' }
  | {
      readonly ok: false;
      /** `interrupted`: by whoever interrupts; whether that was the limit, the host's clock says. */
      readonly kind: PythonFailureKind | 'interrupted';
      readonly message: string;
      readonly line: number | null;
      readonly traceback: string;
    };

/** Around the result itself: the kind, or a traceback. */
const envelopeBytes = 64 * 1024;

/** Reads what an interpreter says a run came to. It may say anything. */
export function readOutcome(text: string, resultBytes: number): ReadOutcome {
  const limit = resultBytes + envelopeBytes;
  if (text.length > limit) return failed('protocol', 'The interpreter returned more than it may.');
  // One level is the envelope's own.
  const read = readJson(text, { bytes: limit, depth: readLimits.depth + 1, values: 200_000, problems: 1 });
  if (!read.ok)
    return failed('python', `execute_action returned what cannot be used: ${read.failure[0]?.sentence ?? ''}`);
  const checked = runOutcome.safeParse(read.value);
  if (!checked.success) return failed('protocol', 'The interpreter returned something that is no outcome.');
  const outcome = checked.data;
  if (outcome.kind === 'returned') return { ok: true, result: outcome.result as Json, line: null, traceback: '' };
  const { message, line, traceback } = outcome;
  return { ok: false, kind: outcome.kind === 'raised' ? 'python' : outcome.kind, message, line, traceback };
}

const failed = (kind: PythonFailureKind, message: string): ReadOutcome & { readonly ok: false } => ({
  ok: false,
  kind,
  message,
  line: null,
  traceback: '',
});
