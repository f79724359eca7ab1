import type { Json, JsonObject } from '../../shared/base/json.ts';
import type { EffectResult } from '../../shared/engine/effect.ts';
import type { OpenOptions } from '../../shared/engine/session-state.ts';
import type { Talk } from '../builders/play.ts';

/** A talk as a file: one step after the other, a second apart. */
export type Script = { readonly open?: Partial<OpenOptions>; readonly steps: readonly ScriptStep[] };

type ScriptStep =
  | { readonly say: string }
  | { readonly press: string; readonly value?: string; readonly text?: string }
  | { readonly form: string; readonly fields: JsonObject }
  | { readonly chat: 'opened' | 'restart' | 'endChat' }
  | { readonly settle: Partial<EffectResult> }
  | { readonly settleStep: string; readonly result: Partial<EffectResult> }
  | { readonly confirm: boolean }
  | { readonly edit: string; readonly value: Json }
  | { readonly wait: number };

export function playScript(talk: Talk, script: Script): Talk {
  for (const step of script.steps) playStep(talk, step);
  return talk;
}

function playStep(talk: Talk, step: ScriptStep): Talk {
  if ('say' in step) return talk.say(step.say);
  if ('press' in step) return talk.press(step.press, step.value, step.text);
  if ('form' in step) return talk.hear({ kind: 'form', callback: step.form, fields: step.fields, text: '' });
  if ('chat' in step) return talk.hear({ kind: step.chat });
  if ('settle' in step) return talk.settle(step.settle);
  if ('settleStep' in step) return talk.settleStep(step.settleStep, step.result);
  if ('confirm' in step) return talk.confirm(step.confirm);
  return 'edit' in step ? talk.edit(step.edit, step.value) : talk.wait(step.wait);
}
