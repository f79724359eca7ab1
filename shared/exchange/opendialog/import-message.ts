import type { Json } from '../../base/json.ts';
import { readMarkup } from '../markup/read-markup.ts';
import { asId } from '../../model/ids.ts';
import type { Message } from '../../model/intent-record.ts';
import type { FieldReader } from './field-reader.ts';
import { importConditions } from './import-conditions.ts';
import type { PlannedIntent } from './plan-ids.ts';

/** A message template: its markup becomes blocks. Markup that did not come through whole is kept beside them. */
export function importMessage(
  { reader, odId, id }: PlannedIntent['messages'][number],
  paths: ReadonlyMap<string, string>,
): Message {
  const { report } = reader;
  report.made(reader.path, 'message', id);
  if (odId !== id) reader.extras['od_id'] = odId;
  const name = reader.text('name');
  const description = reader.text('description');
  if (description !== '') reader.keep('description', description, 'A message has no description here.');
  keepUnlessEmpty(reader, 'interpreter', 'A message needs no interpreter.');
  keepUnlessEmpty(reader, 'behaviors', 'Messages have no behaviours here.');
  const markup = reader.text('message_markup');
  const { blocks, disableText, hideAvatar, problems } = readMarkup(markup);
  for (const { position, sentence } of problems)
    report.kept(reader.at('message_markup'), `At character ${position + 1}: ${sentence}`);
  if (problems.length > 0) reader.extras['message_markup'] = markup;
  const conditions = importConditions(reader, paths);
  return {
    id: asId(id),
    name,
    conditions,
    blocks,
    ...(disableText ? { disableText } : {}),
    ...(hideAvatar ? { hideAvatar } : {}),
    ...reader.end(),
  };
}

/** Keeps what says something; what is empty says nothing. */
export function keepUnlessEmpty(reader: FieldReader, key: string, sentence: string): void {
  const value: Json | undefined = reader.take(key);
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (!isEmpty) reader.keep(key, value, sentence);
}
