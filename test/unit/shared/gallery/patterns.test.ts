import { describe, expect, test } from 'vitest';
import { planClipPaste } from '../../../../shared/exchange/clipboard/plan-clip-paste.ts';
import { readClip } from '../../../../shared/exchange/clipboard/read-clip.ts';
import { printClip } from '../../../../shared/exchange/clipboard/copy-clip.ts';
import { patternRivals, patterns, type Pattern } from '../../../../shared/gallery/patterns.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { templateNamed, templates } from '../../../../shared/samples/templates.ts';
import { play, type Talk } from '../../../builders/play.ts';
import { after } from '../../../builders/run-command.ts';

type Line = readonly [said: string, reply: string];

/** What is said to each pattern, and what comes back. A line that begins with a slash is not typed. */
const talks: Readonly<Record<string, readonly (readonly Line[])[]>> = {
  opening: [[['/open', 'Hello! What can I do for you?']], [['hi there', 'Hello! What can I do for you?']]],
  restart: [[['start over', 'All right, from the start. What can I do for you?']]],
  'end-chat': [[['goodbye', 'Goodbye! Come back any time.']]],
  closing: [
    [
      ['thank you', 'You are welcome! Is there anything else?'],
      ['nothing else', 'Then have a good day!'],
    ],
    [
      ['thank you', 'You are welcome! Is there anything else?'],
      ['yes please', 'Of course. What is it?'],
    ],
  ],
  transfer: [[['i want a human', 'I am passing you on to a colleague.']]],
  'contextual-help': [
    [
      ['book a table', 'For how many people?'],
      ['why do you ask', 'We choose the table by it. Say a number, such as 4.'],
      ['for 4 people', 'A table for 4 is booked.'],
    ],
  ],
  'contextual-no-match': [
    [
      ['change the delivery day', 'Should it come on Tuesday or on Friday?'],
      ['qwrt zxcv', 'We deliver on Tuesdays and Fridays. Which one suits you?'],
      ['on friday', 'It will come on that day.'],
    ],
  ],
  'global-no-match': [[['qwrt zxcv', 'Sorry, I did not get that. Could you say it in other words?']]],
  repair: [
    [
      ['order a pizza', 'Which size should it be?'],
      ['large', 'A large pizza. Is that right?'],
      ['i meant small', 'A small pizza. Is that right?'],
      ['correct', 'Your small pizza is on its way.'],
    ],
    [
      ['order a pizza', 'Which size should it be?'],
      ['large', 'A large pizza. Is that right?'],
      ['that is wrong', 'Which size should it be?'],
    ],
  ],
  faq: [
    [
      ['when are you open', 'We are open from 9 to 18, Monday to Saturday.'],
      ['can i return something', 'You can return everything within **30 days**.'],
      ['delivery time', 'Delivery takes two days and is free.'],
    ],
  ],
  authentication: [
    [
      ['sign in', 'What is your customer number?'],
      ['C-100', 'And the code we sent you?'],
      ['2468', 'You are signed in as C-100.'],
    ],
    [
      ['sign in', 'What is your customer number?'],
      ['C-100', 'And the code we sent you?'],
      ['1111', 'That code is not right. Say “sign in” to try again.'],
    ],
  ],
  'information-collection': [
    [
      ['leave a message', 'What is your name?'],
      ['my name is Ada', 'What is it about, Ada?'],
      ['it is about my lamp', 'Noted: my lamp. We will write to you, Ada.'],
    ],
  ],
  recommendation: [
    [
      ['recommend a lamp', 'Where should it stand?'],
      ['/lamp_for_desk', 'Take the **Desk lamp**: small, and bright where you work.'],
    ],
    [
      ['recommend a lamp', 'Where should it stand?'],
      ['on the floor', 'Take the **Floor lamp**: it lights a whole corner.'],
    ],
  ],
  'extended-telling': [
    [
      ['how does it work', 'First you choose what you need. Shall I go on?'],
      ['go on', 'Then we pack it the same day. Shall I go on?'],
      ['go on', 'And in two days it is with you. That is all!'],
    ],
    [
      ['how does it work', 'First you choose what you need. Shall I go on?'],
      ['stop', 'All right. Ask again whenever you like.'],
    ],
  ],
};

/** In the sample these have rivals that stand before them: they answer once those are gone. */
const rivalled: Readonly<Record<string, readonly string[]>> = {
  opening: ['welcome'],
  restart: ['safety-net'],
  'global-no-match': ['safety-net'],
};

const dropped = (document: Document, pattern: Pattern): Document => {
  const { puts, roots } = planClipPaste(document, pattern.clipFor(document), { at: { x: 0, y: 0 }, into: () => null });
  return after(document, { kind: 'records.put', label: 'Insert', puts, select: roots });
};
const say = (talk: Talk, line: string): Talk => {
  if (line === '/open') return talk.hear({ kind: 'opened' });
  return line.startsWith('/') ? talk.press(line.slice(1)) : talk.say(line);
};
const template = (id: string): Document => {
  const found = templateNamed(id);
  if (found === undefined) throw new Error(`There is a template ${id}.`);
  return found.create();
};
const findings = (document: Document): readonly string[] => checkScenario(document).map(({ sentence }) => sentence);

function expectTalks(document: Document, pattern: Pattern): void {
  const scripts = talks[pattern.id] ?? [];
  expect(scripts).not.toEqual([]);
  for (const script of scripts) {
    const talk = play(document);
    for (const [line, reply] of script) expect([line, say(talk, line).texts[0]]).toEqual([line, reply]);
  }
}

describe.each(patterns.map((pattern) => [pattern.id, pattern] as const))('the pattern %s', (id, pattern) => {
  test('works in an empty scenario', () => {
    const document = dropped(template('empty'), pattern);
    expectTalks(document, pattern);
    expect(findings(document)).toEqual([]);
  });

  test('works in the sample, and once more beside itself', () => {
    const sample = template('order-support');
    const before = findings(sample);
    const document = dropped(sample, pattern);
    expect(findings(document)).toEqual(before);
    expect(patternRivals(sample, pattern).length > 0).toBe(rivalled[id] !== undefined);
    const alone =
      rivalled[id] === undefined ? document : after(document, { kind: 'records.remove', ids: rivalled[id] });
    expectTalks(alone, pattern);
    const twice = dropped(alone, pattern);
    expectTalks(twice, pattern);
    const names = [...twice.tables.conversations.values()].map(({ name }) => name);
    expect(names.toSorted().filter((name) => name.startsWith(pattern.name))).toEqual([
      pattern.name,
      `${pattern.name} 2`,
    ]);
  });

  test('is written and read as anything copied', () => {
    const clip = pattern.clipFor(template('empty'));
    expect(readClip(printClip(clip))).toEqual({ ok: true, value: clip });
  });
});

test('every pattern has a talk', () => {
  expect(patterns.map(({ id }) => id).toSorted()).toEqual(Object.keys(talks).toSorted());
  expect(patterns).toHaveLength(14);
});

test.each(templates.map(({ id }) => id))('the template %s has nothing wrong with it', (id) => {
  expect(findings(template(id)).filter((sentence) => id !== 'empty' || sentence === '')).toEqual([]);
});

/** What is said to a new scenario, and what comes back. */
const beginnings: Readonly<Record<string, readonly Line[]>> = {
  essentials: [
    ['/open', 'Hello! What can I do for you?'],
    ['qwrt zxcv', 'Sorry, I did not get that. Could you say it in other words?'],
    ['start over', 'All right, from the start. What can I do for you?'],
    ['goodbye', 'Goodbye! Come back any time.'],
  ],
  questions: [
    ['/open', 'Hello! What can I do for you?'],
    ['when are you open', 'We are open from 9 to 18, Monday to Saturday.'],
    ['qwrt zxcv', 'Sorry, I did not get that. Could you say it in other words?'],
    ['i want a human', 'I am passing you on to a colleague.'],
  ],
  'order-support': [['/open', 'Hello! I look after the orders of the shop. What can I do for you?']],
};

test.each(Object.entries(beginnings))('a scenario that begins with the template %s talks at once', (id, lines) => {
  const talk = play(template(id));
  for (const [line, reply] of lines) expect([line, say(talk, line).texts[0]]).toEqual([line, reply]);
});

test('every template but the empty one is talked with', () => {
  expect(templates.flatMap((each) => (each.id === 'empty' ? [] : each.id)).toSorted()).toEqual(
    Object.keys(beginnings).toSorted(),
  );
});
