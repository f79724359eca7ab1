import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject } from '../../../../../shared/base/json.ts';
import { createTestHost } from '../../../../builders/a-host.ts';
import { unwrap } from '../../../../builders/unwrap.ts';

/**
 * A designer at work, until somebody pulls the plug: an edit every four milliseconds, journalled as the page does it,
 * and saved again and again. Tells on standard output what it did, a line each, the moment it was done:
 * `edited 12`, `kept 12` (the host said the journal holds it), `saved 12`.
 */
const [userFolder = '', file = ''] = process.argv.slice(2);
const editEvery = 4;
const flushAfter = 150;
const tell = (what: string): void => void writeSync(1, `${what}\n`);

const { connect } = await createTestHost(userFolder);
const { host } = connect(file);
const startup = unwrap(await host.call('scenario.startup', {}));
const { opened } = startup;
if (opened === null) throw new Error('nothing opened');

type Content = { scenario: JsonObject & { description: string } };
let content = JSON.parse(opened.recovery?.text ?? opened.text) as Content;
let { hash } = opened;
let count = Number(content.scenario.description);
const print = (printed: Content): string => `${JSON.stringify(printed, null, 2)}\n`;

let base: Content | null = content;
let waiting: { edit: string; number: number }[] = [];
let sinceSave: typeof waiting | null = null;
let sending = Promise.resolve();

const edit = (): void => {
  count += 1;
  const before = content.scenario;
  const after = { ...before, description: String(count) };
  content = { ...content, scenario: after };
  const made = { edit: JSON.stringify([{ table: 'scenario', id: before['id'], before, after }]), number: count };
  waiting.push(made);
  sinceSave?.push(made);
  tell(`edited ${count}`);
};

const flush = (): void => {
  if (waiting.length === 0) return;
  const [from, edits] = [base, waiting];
  base = null;
  waiting = [];
  sending = sending.then(async () => {
    const given = { file: opened.file, base: from && print(from), edits: edits.map((made) => made.edit) };
    unwrap(await host.call('scenario.journal', given));
    tell(`kept ${edits.at(-1)?.number}`);
  });
};

setInterval(edit, editEvery);
setInterval(flush, flushAfter);
tell('ready');
for (;;) {
  const saved = content;
  const number = count;
  sinceSave = [];
  ({ hash } = unwrap(await host.call('scenario.save', { file: opened.file, text: print(saved), ifHash: hash })));
  tell(`saved ${number}`);
  base = saved;
  waiting = sinceSave;
  sinceSave = null;
  await wait(15);
}
