import type { ActionRun, EffectResult } from '../../../shared/engine/effect.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { ExecutorPorts } from '../actions/action-executor.ts';
import { createAddressDoor, refuseAddress } from './allow-address.ts';
import { createServiceCaller, refuseService, type ServiceAround } from './call-service.ts';
import type { Deadline } from './deadline.ts';
import { failedResult } from './failed-result.ts';
import { callLive } from './live-call.ts';
import type { RealPorts } from './performer-ports.ts';
import { isExecuted, runExecutor } from './run-executor.ts';

/** Tries once. */
export async function attemptAction(
  ports: RealPorts,
  setting: EffectSetting,
  effect: ActionRun,
  deadline: Deadline,
  timeout: number,
): Promise<EffectResult> {
  const { action } = setting;
  const { aside } = deadline;
  if (action.kind === 'api')
    // Only the person stops a call from outside: the call itself tells apart what its time was spent on.
    return callLive(ports.live(), { ...setting, action }, effect, { timeout, signal: deadline.cancel, aside });
  if (!isExecuted(action) || ports.executors === undefined)
    return failedResult('notAvailable', `Actions of this kind cannot be carried out here.`);
  const mayReachOut = ports.mode() === 'live' && ports.isTrusted();
  const run = {
    executors: await ports.executors(),
    open: (around: ServiceAround) => openDoors(ports, mayReachOut, around, deadline),
    mayReachOut,
    deadline,
    timeout,
    now: ports.clock.now(),
  };
  return runExecutor(run, { ...setting, action }, effect);
}

/** While a talk runs on mocks nothing is made that could open a socket. */
function openDoors(ports: RealPorts, mayReachOut: boolean, around: ServiceAround, deadline: Deadline): ExecutorPorts {
  const { folders, clock, desk, machines = {} } = ports;
  const { runPython } = machines;
  const live = mayReachOut ? ports.live() : null;
  return {
    callService: live === null ? refuseService('noMock', onMocks) : createServiceCaller(live, around),
    allowAddress: live === null ? refuseAddress('noMock', onMocks) : createAddressDoor(ports, live, around),
    scenarioFolder: () => folders?.own() ?? Promise.reject(new Error('this host keeps no files of scenarios')),
    besideScenario: () => (ports.isTrusted() ? (folders?.beside() ?? null) : null),
    now: clock.now,
    ...machines,
    // A script has all of its time, however long its interpreter takes to start.
    ...(runPython === undefined
      ? {}
      : {
          runPython: (run, stop) =>
            deadline.aside(
              () => runPython(run, stop),
              ({ milliseconds }) => milliseconds,
            ),
        }),
    ...(desk === undefined ? {} : { desk }),
  };
}

const onMocks = 'The talk runs on mocks, so nothing is sent. Add an example answer to the action, or run live.';
