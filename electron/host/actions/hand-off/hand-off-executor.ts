import type { ActionExecutor, ActionTask, Executed, ExecutorPorts } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { unlessStopped } from '../unless-stopped.ts';
import { giveToChatwoot } from './give-to-chatwoot.ts';
import { handedOver } from './handed-over.ts';

type Task = ActionTask<'handOff'>;

/** Gives the talk to a person: at the desk inside the app, or in Chatwoot. */
export const handOffExecutor: ActionExecutor<'handOff'> = (task, ports, signal) =>
  unlessStopped(task.action.name, signal, async () => {
    const { action, talk } = task;
    if (talk === null) return failedRun('badRequest', `${action.name} needs a talk to hand over; here is none.`);
    if (action.provider === 'chatwoot') return giveToChatwoot(task, talk, ports.callService, signal);
    return giveToDesk(task, talk, ports);
  });

function giveToDesk({ action }: Task, talk: NonNullable<Task['talk']>, { desk, now }: ExecutorPorts): Executed {
  if (desk === undefined) return failedRun('notAvailable', `${action.name}: nobody sits at a hand-off desk here.`);
  const { note, text, returnText } = action;
  const given = desk.give({ session: talk.session, since: now(), note, text, returnText, lines: talk.lines });
  if (!given.ok) return failedRun('notAvailable', given.failure);
  return { ok: true, body: handedOver(action, talk.session) };
}
