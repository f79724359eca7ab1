import { onTestFinished } from 'vitest';
import type { ActionRun, EffectResult } from '../../../../../shared/engine/effect.ts';
import { actionRecordSchema } from '../../../../../shared/model/action-record.ts';
import { integrationRecordSchema } from '../../../../../shared/model/integration-record.ts';
import { mockRecordSchema } from '../../../../../shared/model/mock-record.ts';
import { asId } from '../../../../../shared/model/ids.ts';
import type { EffectSetting } from '../../../../../shared/runtime/effect-setting.ts';
import { createActionPerformer, type ActionPerformer } from '../../../../../electron/host/effects/action-performer.ts';
import type { PerformerPorts } from '../../../../../electron/host/effects/performer-ports.ts';
import { systemClock } from '../../../../../electron/host/effects/system-clock.ts';

/** What a test says of an action; the rest is ordinary. */
export type ActionSketch = {
  readonly request?: object;
  readonly inputs?: readonly object[];
  readonly outputs?: readonly object[];
  readonly timeout?: number;
  readonly integration?: object;
  /** More fields of the action; with `kind` another kind than an API call. */
  readonly record?: object;
  readonly talk?: EffectSetting['talk'];
  readonly mocks?: readonly object[];
  readonly values?: EffectSetting['values'];
};

export function settingOf(sketch: ActionSketch): EffectSetting {
  const { inputs = [], outputs = [], timeout = 2_000 } = sketch;
  const action = actionRecordSchema.parse({
    kind: 'api',
    id: 'find-order',
    name: 'findOrder',
    inputs,
    outputs,
    timeout,
    request: { ...sketch.request, ...(sketch.integration === undefined ? {} : { integration: 'desk' }) },
    ...sketch.record,
  }) as EffectSetting['action'];
  const sensitive = (parts: readonly { readonly name: string; readonly sensitive: boolean }[]): string[] =>
    parts.filter((part) => part.sensitive).map((part) => part.name);
  return {
    action,
    integration:
      sketch.integration === undefined
        ? null
        : integrationRecordSchema.parse({
            id: 'desk',
            name: 'Desk',
            ...sketch.integration,
          }),
    mocks: (sketch.mocks ?? []).map(
      (mock, at) =>
        mockRecordSchema.parse({
          id: `mock-${at}`,
          action: 'find-order',
          order: `a${at}`,
          ...mock,
        }) as EffectSetting['mocks'][number],
    ),
    values: sketch.values ?? [],
    sensitiveInputs: sensitive(action.inputs),
    sensitiveOutputs: sensitive(action.outputs),
    talk: sketch.talk ?? null,
  };
}

/** A demo service that must not be asked for. */
export const noDemo: PerformerPorts['demo'] = {
  port: () => Promise.reject(new Error('nobody should start the demo service here')),
  listening: () => [],
  close: () => Promise.resolve(),
};

/** Ports that allow everything, so that a test takes away what it is about. */
export const openPorts: PerformerPorts = {
  mode: () => 'live',
  isTrusted: () => true,
  secretNamed: () => Promise.resolve(null),
  consent: { isAllowed: () => true, ask: () => Promise.resolve(true) },
  demo: noDemo,
  ownPorts: () => [],
  clock: systemClock,
};

/** An execution of the action of `settingOf`. */
export const effectOf = (setting: EffectSetting | null, args: ActionRun['arguments'] = {}): ActionRun => ({
  kind: 'action.run',
  id: 'run.1',
  action: asId<ActionRun['action']>('find-order'),
  use: null,
  arguments: args,
  timeout: setting?.action.timeout ?? 1_000,
});

/** Runs one action by itself and closes everything after it. */
export async function perform(
  ports: Partial<PerformerPorts>,
  setting: EffectSetting | null,
  args: ActionRun['arguments'] = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<EffectResult> {
  const performer = createActionPerformer({ ...openPorts, ...ports });
  try {
    return await performer.run(effectOf(setting, args), setting, signal);
  } finally {
    await performer.close();
  }
}

/** The same performer, for several runs. */
export function performer(ports: Partial<PerformerPorts> = {}): ActionPerformer {
  const made = createActionPerformer({ ...openPorts, ...ports });
  onTestFinished(() => made.close());
  return made;
}
