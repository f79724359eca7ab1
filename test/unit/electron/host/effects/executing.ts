import type { ActionOf } from '../../../../../shared/model/action-record.ts';
import type {
  ActionExecutors,
  ActionTask,
  Executed,
  ExecutedKind,
  ExecutorPorts,
} from '../../../../../electron/host/actions/action-executor.ts';
import type { PerformerPorts } from '../../../../../electron/host/effects/performer-ports.ts';

/** A task of any kind: what all of them have. */
export type AnyTask = Omit<ActionTask<ExecutedKind>, 'action'> & { readonly action: ActionOf<ExecutedKind> };
export type Work = (task: AnyTask, ports: ExecutorPorts, signal: AbortSignal) => Promise<Executed>;

/** The same work whatever the kind is. */
export const executorsOf =
  (work: Work): NonNullable<PerformerPorts['executors']> =>
  () =>
    Promise.resolve({
      python: work,
      llm: work,
      database: work,
      email: work,
      ticket: work,
      handOff: work,
      spreadsheet: work,
      holiday: work,
    } satisfies ActionExecutors);

/** Every kind, as it needs nobody and as it needs somebody outside. */
export const here: Readonly<Record<ExecutedKind, object>> = {
  python: {},
  llm: { provider: 'scripted' },
  database: { engine: 'sqlite' },
  email: { provider: 'outbox' },
  ticket: { provider: 'desk' },
  handOff: { provider: 'desk' },
  spreadsheet: { provider: 'csv' },
  holiday: {},
};
export const outside = [
  ['api', {}],
  ['llm', { provider: 'openai' }],
  ['llm', { provider: 'anthropic' }],
  ['database', { engine: 'postgres' }],
  ['email', { provider: 'smtp' }],
  ['ticket', { provider: 'freshdesk' }],
  ['handOff', { provider: 'chatwoot' }],
  ['spreadsheet', { provider: 'google' }],
] as const;
export const byEngine = ['setAttributes', 'calculation', 'validation', 'workflow', 'dateTime'];
