import { assertNever } from '../../../../shared/base/assert-never.ts';
import type { Json } from '../../../../shared/base/json.ts';
import { valueText } from '../../../../shared/values/value-text.ts';
import type { HostAnswer, HostCall, HostFailureKind, HostInput } from '../../../python/host-operations.ts';
import type { ConversationNotes } from '../../desk/conversation-notes.ts';
import type { ActionTask, ExecutorPorts } from '../action-executor.ts';
import { findHoliday } from '../holiday/find-holiday.ts';
import { appendCsvRow, type SheetRow } from '../spreadsheet/csv-sheet.ts';
import { askForBinary, askForCategory } from './ask-classifier.ts';
import { chooseVariant } from './choose-variant.ts';
import { sendForPython } from './send-for-python.ts';

/** Everything a script's wishes are carried out with. */
export type PythonHost = {
  readonly task: ActionTask<'python'>;
  readonly ports: ExecutorPorts;
  readonly notes: ConversationNotes;
  /** Told of every change to what the conversation keeps. */
  readonly onWrite: () => void;
};

/** Does one thing a script asks for. All of it under the rules of the run; a refusal is an exception in the script. */
export async function answerPython(host: PythonHost, call: HostCall, signal: AbortSignal): Promise<HostAnswer> {
  const { task, ports, notes } = host;
  switch (call.operation) {
    case 'http.request':
      return sendForPython(call.input, ports.callService, task.timeout, signal);
    case 'metadata.get': {
      const { metadata } = notes.of(task.talk?.session ?? '');
      return given(Object.hasOwn(metadata, call.input.key) ? (metadata[call.input.key] ?? null) : null);
    }
    case 'metadata.set':
      return write(host, (session) => notes.set(session, call.input.key, call.input.value));
    case 'metadata.delete':
      return write(host, (session) => {
        notes.remove(session, call.input.key);
        return { ok: true };
      });
    case 'tag.add':
      return write(host, (session) => notes.tag(session, call.input.tag));
    case 'event.add':
      return write(host, (session) => notes.record(session, call.input.event));
    case 'conversation.handOff':
      return handOff(host, call.input.reason);
    case 'llm.classifyBinary':
      return askForBinary(task, ports, call.input, signal);
    case 'llm.classifyCategory':
      return askForCategory(task, ports, call.input, signal);
    case 'abTest.variant':
      return given(chooseVariant(call.input, task));
    case 'sheet.addRow':
      return addRow(ports, call.input);
    case 'holiday.check':
      return isHoliday(call.input, ports.now());
    default:
      return assertNever(call);
  }
}

const given = (value: Json): HostAnswer => ({ ok: true, value });
const refuse = (kind: HostFailureKind, message: string): HostAnswer => ({ ok: false, kind, message });
const noConversation = refuse(
  'unavailable',
  'There is no conversation here. Run the action in a talk, or give the test panel one.',
);

type Written = { readonly ok: true } | { readonly ok: false; readonly failure: string };

function write({ task, onWrite }: PythonHost, change: (session: string) => Written): HostAnswer {
  if (task.talk === null) return noConversation;
  const written = change(task.talk.session);
  if (!written.ok) return refuse('refused', written.failure);
  onWrite();
  return given(null);
}

function handOff({ task, ports, onWrite }: PythonHost, reason: string | null): HostAnswer {
  const { talk } = task;
  if (talk === null) return noConversation;
  if (ports.desk === undefined) return refuse('unavailable', 'Nobody sits at a hand-off desk here.');
  const { session, lines } = talk;
  const taken = ports.desk.give({ session, since: ports.now(), note: reason ?? '', text: '', returnText: '', lines });
  if (!taken.ok) return refuse('refused', taken.failure);
  onWrite();
  return given(null);
}

async function addRow(ports: ExecutorPorts, { sheetId, data }: HostInput<'sheet.addRow'>): Promise<HostAnswer> {
  const folder = ports.besideScenario() ?? (await ports.scenarioFolder());
  const added = await appendCsvRow(folder, sheetId, rowOf(data));
  return added.ok ? given(null) : refuse('refused', added.failure.detail);
}

/** A list has no names for its cells; they are counted. */
const rowOf = (data: Json): SheetRow =>
  Array.isArray(data)
    ? (data as readonly Json[]).map((value, at) => [`column_${at + 1}`, valueText(value)] as const)
    : Object.entries((data ?? {}) as Record<string, Json>).map(([name, value]) => [name, valueText(value)] as const);

async function isHoliday(asked: HostInput<'holiday.check'>, now: number): Promise<HostAnswer> {
  const place = { country: asked.country, state: asked.state ?? '', region: asked.region ?? '' };
  const found = await findHoliday(place, asked.date ?? '', now);
  return found.ok ? given(found.value.name !== null) : refuse('badRequest', found.failure);
}
