import type { JsonObject } from '../../shared/base/json.ts';
import type { EffectResult } from '../../shared/engine/effect.ts';
import type { SessionState } from '../../shared/engine/session-state.ts';
import type { TraceEvent } from '../../shared/engine/trace-event.ts';
import { isDoneByEngine, type ActionRecord } from '../../shared/model/action-record.ts';
import type { Program } from '../../shared/program/program.ts';
import { effectSetting } from '../../shared/runtime/effect-setting.ts';
import { runActionAlone } from '../../shared/runtime/run-action-alone.ts';
import { describeExecution } from '../host/audit/describe-execution.ts';
import type { ActionPerformer } from '../host/effects/action-performer.ts';
import type { TerminalSurroundings } from './action-options.ts';
import type { AuditFile } from './audit-file.ts';

export type LoneAction = {
  readonly program: Program;
  readonly action: ActionRecord;
  readonly args: JsonObject;
  /** The talk it belongs to; null without one. */
  readonly talk: SessionState | null;
  readonly performer: ActionPerformer;
  readonly surroundings: TerminalSurroundings;
  readonly audit: AuditFile;
  readonly now: () => number;
};

/** Runs one action by itself; what the engine works out is worked out, steps of a workflow included. */
export async function runLoneAction({
  program,
  action,
  args,
  talk,
  performer,
  surroundings,
  audit,
  now,
}: LoneAction): Promise<EffectResult & { readonly trace?: readonly TraceEvent[] }> {
  const never = new AbortController().signal;
  const session = talk === null ? null : { state: talk, at: now() };
  if (!isDoneByEngine(action) && action.kind !== 'workflow') {
    const { id, timeout } = action;
    const effect = { kind: 'action.run', id: 'terminal.1', action: id, use: null, arguments: args, timeout } as const;
    return performer.run(effect, effectSetting(program, effect, session), never);
  }
  const { result, trace } = await runActionAlone({
    program,
    action: action.id,
    arguments: args,
    now,
    seed: 1,
    perform: (effect) => performer.run(effect, effectSetting(program, effect, session), never),
    ...(talk === null ? {} : { contexts: talk.contexts }),
  });
  const setting = effectSetting(program, { action: action.id, use: null }, session);
  const effect = { kind: 'action.run', id: 'terminal.1', action: action.id, use: null, arguments: args } as const;
  const asked = { ...surroundings, at: now(), askedBy: 'commandLine', conversation: null } as const;
  audit.add(describeExecution(asked, { ...effect, timeout: action.timeout }, setting, result));
  return { ...result, trace };
}
