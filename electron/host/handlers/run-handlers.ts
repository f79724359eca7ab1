import { succeed } from '../../../shared/base/result.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import { createDemoServer, type DemoServer } from '../demo/demo-server.ts';
import type { RunPorts } from '../host-ports.ts';
import { RunDesk } from '../run/run-desk.ts';

type RunMethod = Extract<keyof BridgeHandlers, `run.${string}` | `action.${string}`>;
export type RunHandlers = Pick<BridgeHandlers, RunMethod>;

/** Everything the page may ask about runs. One demo service for all of them, so that a refund is seen by the next run. */
export function createRunHandlers(ports: RunPorts, demo: DemoServer = createDemoServer()): RunHandlers {
  const desk = new RunDesk(ports, demo);
  ports.onRelease(() => desk.close());
  return {
    'run.start': (input) => desk.start(input),
    'run.reload': ({ run, text }) => desk.with(run, (hosted) => hosted.reload(text)),
    'run.say': ({ run, utterance }) => desk.tell(run, (hosted) => hosted.say(utterance)),
    'run.confirm': ({ run, approved }) => desk.tell(run, (hosted) => hosted.tell({ kind: 'confirm', approved })),
    'run.set': ({ run, reference, value }) =>
      desk.tell(run, (hosted) => hosted.tell({ kind: 'set', reference, value })),
    'run.setMode': ({ run, mode }) => desk.tell(run, (hosted) => hosted.setMode(mode)),
    'run.setWorld': ({ run, world }) => desk.tell(run, (hosted) => hosted.setWorld(world)),
    'run.setEnvironment': ({ run, environment }) => desk.tell(run, (hosted) => hosted.setEnvironment(environment)),
    'run.cancel': ({ run }) => desk.tell(run, (hosted) => hosted.tell({ kind: 'cancel' })),
    'run.stop': ({ run }) => desk.with(run, (hosted) => hosted.stop().then(() => succeed({}))),
    'run.consent': ({ run, origin, allowed }) => desk.consent(run, origin, allowed),
    'action.run': (input) => desk.runAction(input),
    'action.cancel': ({ run }) => desk.cancelAction(run),
  };
}
