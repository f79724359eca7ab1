import { succeed, type Result } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { RunPorts } from '../host-ports.ts';

type DeskMethod = Extract<keyof BridgeHandlers, `desk.${string}`>;

/** The hand-off desk of the app: one for all windows, as one person sits at all of them. */
export function createDeskHandlers({ actions }: Pick<RunPorts, 'actions'>): Pick<BridgeHandlers, DeskMethod> {
  const { desk } = actions;
  return {
    'desk.list': async () => succeed({ talks: [...desk.talks()] }),
    'desk.say': async ({ run, text }) => succeed({ problem: problemOf(desk.say(run, text)) }),
    'desk.giveBack': async ({ run }) => succeed({ problem: problemOf(desk.giveBack(run)) }),
  };
}

const problemOf = (outcome: Result<unknown, string>): string | null => (outcome.ok ? null : outcome.failure);
