import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedActions } from '../../../../renderer/app/actions/all-actions.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const folder = 'renderer';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
const buttons = files.flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/<IconButton\b[\s\S]*?\/>/g)].map(([text]) => ({ file, text })),
);

/** The rows of a table are let go of by a key of the table. */
const otherThings = ['Select nothing'];

test('a button that does what a key does says the key', () => {
  const studio = aStudio(aScenario().build());
  const named = fixedActions.flatMap((action) => (action.shortcut === null ? [] : [action.label(studio)]));
  const keyed = new Set(named.filter((name) => !otherThings.includes(name)));
  expect(buttons.length).toBeGreaterThan(40);
  const meant = buttons.filter(({ text }) => keyed.has(/label="([^"]*)"/.exec(text)?.[1] ?? ''));
  expect(meant.length).toBeGreaterThanOrEqual(5);
  expect(meant.filter(({ text }) => !text.includes('shortcut={')).map(({ file }) => file)).toEqual([]);
});
