import type { z } from 'zod';
import { describeIssue } from '../../../shared/model/describe-issue.ts';
import { readJson } from '../../../shared/persistence/read-json.ts';
import { readLimits } from '../../../shared/persistence/read-limits.ts';
import { hostOperations, isHostOperation, type HostAnswer, type HostCall } from '../host-operations.ts';
import type { AnswerMessage } from '../protocol/host-message.ts';
import { longestPayload } from '../protocol/interpreter-message.ts';
import type { PythonRun } from '../python-port.ts';

type AskedCall = { readonly id: number; readonly operation: string; readonly payload: string };

export type HostDesk = {
  /** False when the interpreter asks on and on after it was refused. */
  readonly take: (call: AskedCall) => boolean;
  /** Answers whatever is open, and everything that comes: there is no more time. */
  readonly close: (why: string) => void;
};

const payloadLimits = { ...readLimits, bytes: longestPayload, values: 200_000, problems: 1 };
/** A script may catch the first refusals. One that asks on has not read them. */
const refusalsHeard = 20;

/** Where a script's calls arrive: counted, checked, handed on, and answered once each. */
export function createHostDesk(run: PythonRun, signal: AbortSignal, post: (answer: AnswerMessage) => void): HostDesk {
  const open = new Set<number>();
  let taken = 0;
  let closed: string | null = null;

  const answer = (id: number, given: HostAnswer): void => {
    if (open.delete(id)) post({ kind: 'answer', id, answer: JSON.stringify(given) });
  };
  const refuse = (id: number, kind: 'timeout' | 'refused' | 'badRequest' | 'failed', message: string): void =>
    answer(id, { ok: false, kind, message });

  const ask = async ({ id, operation, payload }: AskedCall): Promise<void> => {
    const call = checkCall(operation, payload);
    if (typeof call === 'string') return refuse(id, 'badRequest', call);
    try {
      answer(id, checkAnswer(call, await run.onHostCall(call, signal)));
    } catch (fault) {
      refuse(id, 'failed', fault instanceof Error ? fault.message : 'The host could not do it.');
    }
  };

  return {
    take: (call) => {
      taken += 1;
      open.add(call.id);
      if (closed !== null) refuse(call.id, 'timeout', closed);
      else if (taken > run.limits.hostCalls)
        refuse(call.id, 'refused', `A script may ask the host ${run.limits.hostCalls} times; this is once more.`);
      else void ask(call);
      return taken <= run.limits.hostCalls + refusalsHeard;
    },
    close: (why) => {
      closed = why;
      for (const id of open) refuse(id, 'timeout', why);
    },
  };
}

/** The call, or what is wrong with it. */
function checkCall(operation: string, payload: string): HostCall | string {
  if (!isHostOperation(operation)) return `The host knows no operation "${operation}".`;
  const read = readJson(payload, payloadLimits);
  if (!read.ok) return `${operation}: ${read.failure[0]?.sentence ?? 'unreadable'}`;
  const schema: z.ZodType = hostOperations[operation].input;
  const checked = schema.safeParse(read.value);
  if (checked.success) return { operation, input: checked.data } as HostCall;
  const [issue] = checked.error.issues;
  if (issue === undefined) return `${operation}: wrong arguments.`;
  const { path, sentence } = describeIssue(issue, read.value);
  return `${operation}: ${path.length === 0 ? '' : `${path.join('.')}: `}${sentence}`;
}

/** A wrong answer is a bug of ours; the script is told rather than misled. */
function checkAnswer(call: HostCall, answer: HostAnswer): HostAnswer {
  const schema: z.ZodType = hostOperations[call.operation].output;
  if (!answer.ok || schema.safeParse(answer.value).success) return answer;
  return { ok: false, kind: 'failed', message: `${call.operation} was answered with something else.` };
}
