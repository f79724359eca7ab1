import type { Json } from '../../../../../../shared/base/json.ts';
import type { ExecutorPorts } from '../../../../../../electron/host/actions/action-executor.ts';
import { createPythonExecutor } from '../../../../../../electron/host/actions/python/python-executor.ts';
import type { HostAnswer, HostCall } from '../../../../../../electron/python/host-operations.ts';
import type { PythonRun, RunPython } from '../../../../../../electron/python/python-port.ts';
import { anAction, aPorts, aTask, never } from '../executor-setting.ts';

export const talk = {
  session: 's-1',
  utterance: 'My order?',
  lines: [
    { speaker: 'APP', text: 'Hello' },
    { speaker: 'USER', text: 'My order?' },
  ],
  language: 'en',
} as const;
export const action = anAction('python', { code: 'def execute_action(context): ...' });

/** A script written here: it asks the host, and comes to a result. */
export type Script = (ask: (call: HostCall) => Promise<HostAnswer>, run: PythonRun) => Promise<Json>;
export const running =
  (script: Script): RunPython =>
  async (run, signal) => ({
    ok: true,
    result: await script((call) => run.onHostCall(call, signal), run),
    printed: '',
    milliseconds: 1,
  });

export const perform = (
  script: Script,
  ports: Partial<ExecutorPorts> = {},
  task: Partial<Parameters<typeof aTask<'python'>>[1]> = {},
) =>
  createPythonExecutor()(aTask(action, { talk, ...task }), aPorts({ runPython: running(script), ...ports }), never());

/** What the host answers to one call. */
export async function hear(call: HostCall, ports: Partial<ExecutorPorts> = {}, task = {}): Promise<HostAnswer> {
  let answer: HostAnswer | null = null;
  await perform(
    async (ask) => {
      answer = await ask(call);
      return null;
    },
    ports,
    task,
  );
  if (answer === null) throw new Error('nothing was answered');
  return answer;
}
