import type { Json } from '../../../shared/base/json.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { EffectResult, InterpretRun } from '../../../shared/engine/effect.ts';
import type { RankedIntent } from '../../../shared/interpret/ranked-intent.ts';
import type { AskedInterpreter } from '../../../shared/model/interpreter-record.ts';
import type { InterpretSetting } from '../../../shared/runtime/effect-setting.ts';

/** Asks one interpreter. Never rejects for anything a service, a designer or a network can do. */
export type InterpretPort = (
  effect: InterpretRun,
  setting: InterpretSetting | null,
  signal: AbortSignal,
) => Promise<EffectResult>;

/** One kind of service: what it is sent, and what its answer means. It neither connects nor sees a secret. */
export type InterpreterAdapter<Record extends AskedInterpreter> = {
  /** The body of the request, or a sentence that says why there is none. */
  readonly payload: (record: Record, effect: InterpretRun) => Result<Json, string>;
  /** Reads a stranger's answer; the failure is a sentence. What it names may still be nothing anybody asked about. */
  readonly read: (record: Record, effect: InterpretRun, reply: Json) => Result<readonly RankedIntent[], string>;
};
