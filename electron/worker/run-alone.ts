import type { EffectResult } from '../../shared/engine/effect.ts';
import type { SessionState } from '../../shared/engine/session-state.ts';
import type { Program } from '../../shared/program/program.ts';
import { effectSetting } from '../../shared/runtime/effect-setting.ts';
import type { FromEngine, ToEngine } from '../../shared/runtime/engine-messages.ts';
import { runActionAlone } from '../../shared/runtime/run-action-alone.ts';

type Asked = Extract<ToEngine, { kind: 'alone' }>;
type Effect = Extract<FromEngine, { kind: 'effect' }>;

/** Runs an action here, step by step, and asks the host for what is done outside. `state` is the talk it belongs to. */
export async function runAlone(
  { request, as, action, arguments: args, seed }: Asked,
  program: Program,
  state: SessionState | null,
  { now, ask }: { readonly now: () => number; readonly ask: (effect: Effect) => Promise<EffectResult> },
): Promise<FromEngine> {
  const { result, trace } = await runActionAlone({
    program,
    action,
    arguments: args,
    now,
    seed,
    ...(state === null ? {} : { contexts: state.contexts }),
    perform: (effect) => {
      const session = state === null ? null : { state, at: now() };
      const named = { ...effect, id: `${as}:${effect.id}` };
      return ask({ kind: 'effect', effect: named, setting: effectSetting(program, effect, session) });
    },
  });
  return { kind: 'ended', request, result, trace };
}
