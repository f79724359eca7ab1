import { isJsonObject, type Json, type JsonObject } from '../../../../shared/base/json.ts';
import type { ActionFailure } from '../../../../shared/engine/effect.ts';
import { pythonLimits, type PythonFailureKind, type PythonOutcome } from '../../../python/python-port.ts';
import { createConversationNotes, type ConversationNotes, type Notes } from '../../desk/conversation-notes.ts';
import type { ActionExecutor, ActionTask, Executed } from '../action-executor.ts';
import { failedRun } from '../failed-run.ts';
import { wholeMilliseconds } from '../time-limit.ts';
import { unlessStopped } from '../unless-stopped.ts';
import { answerPython } from './python-host.ts';

type Task = ActionTask<'python'>;
type Failed = Extract<PythonOutcome, { ok: false }>;

/**
 * Runs a script. What it returns is the result. What it changed of the conversation is in the result too, as
 * `conversation: {metadata, tags, events, handed_off}`, so that outputs can take it from there; a script that changed
 * nothing has just its own result, and its own field `conversation` is never written over.
 */
export const createPythonExecutor =
  (notes: ConversationNotes = createConversationNotes()): ActionExecutor<'python'> =>
  (task, ports, signal) =>
    unlessStopped(task.action.name, signal, async () => {
      const { action, args, talk, timeout } = task;
      if (ports.runPython === undefined) return failedRun('notAvailable', 'Python cannot be run here.');
      if (action.code.trim() === '') return failedRun('badRequest', `${action.name} has no code yet. Write some.`);
      let hasWritten = false;
      const host = { task, ports, notes, onWrite: () => void (hasWritten = true) };
      const outcome = await ports.runPython(
        {
          code: action.code,
          fileName: `${action.name}.py`,
          context: { args, conversation: conversationOf(task, notes) },
          limits: { ...pythonLimits, timeout: wholeMilliseconds(timeout) },
          onHostCall: (call, stop) => answerPython(host, call, stop),
          onPrint: () => undefined,
        },
        signal,
      );
      if (!outcome.ok) return describeFailure(task, outcome);
      const session = talk?.session ?? '';
      const handedOff = ports.desk?.talks().some((each) => each.session === session) ?? false;
      const body = hasWritten ? withConversation(outcome.result, notes.of(session), handedOff) : outcome.result;
      return { ok: true, body, ...printed(outcome.printed) };
    });

/** `context["conversation"]`: None without a talk. */
function conversationOf({ talk }: Task, notes: ConversationNotes): JsonObject | null {
  if (talk === null) return null;
  const { metadata, tags, events } = notes.of(talk.session);
  const messages = talk.lines.map(({ speaker, text }) => ({ role: speaker === 'USER' ? 'user' : 'app', text }));
  return { id: talk.session, messages, language: talk.language, metadata, tags, events };
}

function withConversation(result: Json, { metadata, tags, events }: Notes, handedOff: boolean): Json {
  const own = isJsonObject(result) ? result : { result };
  return { conversation: { metadata, tags, events, handed_off: handedOff }, ...own };
}

const failures: Readonly<Record<PythonFailureKind, ActionFailure>> = {
  python: 'codeFailed',
  memory: 'codeFailed',
  protocol: 'codeFailed',
  timeout: 'timedOut',
  cancelled: 'cancelled',
  crashed: 'notAvailable',
};

function describeFailure({ action }: Task, { kind, message, line, traceback, printed: said }: Failed): Executed {
  const where = line === null ? action.name : `${action.name}, line ${line}`;
  return { ...failedRun(failures[kind], `${where}: ${message}`), ...printed(joined(said, traceback)) };
}

const joined = (said: string, traceback: string): string =>
  said === '' || said.endsWith('\n') || traceback === '' ? said + traceback : `${said}\n${traceback}`;

const printed = (console: string): { readonly console?: string } => (console === '' ? {} : { console });
