import type { Result } from '../base/result.ts';
import type { NoteForm } from '../model/design-records.ts';
import { childIds, type Document } from '../model/document.ts';
import { testsInOrder } from '../model/selectors/tests-in-order.ts';
import type { Command } from './command.ts';
import { notFound } from './command-failures.ts';
import { createDraft } from './draft.ts';
import { exampleAnswer } from './example-answer.ts';
import type { CommandFailure, Plan } from './plan.ts';
import { orderAmong } from './sibling-order.ts';

type Adding<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

export function planIntegrationAdd(
  document: Document,
  { name }: Adding<'integration.add'>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const id = draft.freeId(name);
  draft.put('integrations', { id, name });
  return draft.finish('Add integration', [id]);
}

export function planInterpreterAdd(
  document: Document,
  { name }: Adding<'interpreter.add'>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const id = draft.freeId(name);
  draft.put('interpreters', { id, kind: 'embedded', name });
  return draft.finish('Add interpreter', [id]);
}

export function planMockAdd(document: Document, { action, name }: Adding<'mock.add'>): Result<Plan, CommandFailure> {
  const answered = document.tables.actions.get(action);
  if (answered === undefined) return notFound('action', action);
  const draft = createDraft(document);
  const id = draft.freeId(`${action}-${name}`);
  const order = orderAmong(draft, 'mocks', childIds(document, action), null);
  draft.put('mocks', { id, action, order, name, body: exampleAnswer(document, answered) });
  return draft.finish('Add example answer', [id]);
}

export function planTestAdd(document: Document, { name, steps }: Adding<'test.add'>): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const id = draft.freeId(name);
  const listed = testsInOrder(document.tables.tests.values()).map((test) => test.id);
  draft.put('tests', { id, order: orderAmong(draft, 'tests', listed, null), name, steps });
  return draft.finish('Add test', [id]);
}

const noteSizes = {
  note: { width: 200, height: 120 },
  area: { width: 560, height: 360 },
  label: { width: 320, height: 56 },
  picture: { width: 280, height: 200 },
} as const satisfies Record<NoteForm, object>;

export function planNoteAdd(
  document: Document,
  { text, at, form = 'note', colour, picture, size }: Adding<'note.add'>,
): Result<Plan, CommandFailure> {
  const draft = createDraft(document);
  const id = draft.freeId(form);
  const more = { ...(form === 'note' ? {} : { form }), ...(colour && { colour }), ...(picture && { picture }) };
  draft.put('notes', { id, text, x: at.x, y: at.y, ...noteSizes[form], ...size, ...more });
  return draft.finish(`Add ${form}`, [id]);
}
