// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { readListedValues } from '../../../../renderer/inspector/data/read-listed-values.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import type { AttributeRecord } from '../../../../shared/model/design-records.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { depth, documentOf, field, inspect } from './inspected.tsx';

const document = aScenario('Shop')
  .withAttribute('size')
  .withAttribute('policy', 'string', { pattern: 'P-(\\d+)' })
  .withAttribute('order', 'composite', { members: [{ name: 'id', type: 'string' }] })
  .withAttribute('place', 'location')
  .build();

const attribute = (studio: Studio, name: string): AttributeRecord | undefined =>
  documentOf(studio).tables.attributes.find((record) => record.name === name);
const openSection = (title: RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name: title }));
const status = (): string => screen.getByRole('status').textContent ?? '';

test('values are listed with their synonyms, found in what is said, and gone again without a trace', async () => {
  const studio = inspect(document, ['size']);
  await openSection(/^How people say it/);
  await userEvent.click(screen.getByRole('button', { name: 'Add value' }));
  await userEvent.keyboard('small');
  await userEvent.type(field('Synonyms'), 'tiny, little');
  expect(attribute(studio, 'size')?.values).toEqual([{ value: 'small', synonyms: ['tiny', 'little'] }]);
  await userEvent.type(field('Try it'), 'a tiny one, please');
  expect(status()).toBe('Takes “small”');
  await userEvent.clear(field('Try it'));
  await userEvent.type(field('Try it'), 'a hat');
  expect(status()).toBe('Nothing of this.');
  await userEvent.click(screen.getByRole('button', { name: 'Remove value 1' }));
  expect(documentOf(studio)).toEqual(document);
});

test('a paste of many lines lists them all, as one step, and says what stands for two', async () => {
  const studio = inspect(document, ['size']);
  await openSection(/^How people say it/);
  await userEvent.click(screen.getByRole('button', { name: 'Add value' }));
  const before = depth(studio);
  await userEvent.paste('small: tiny, little\nlarge: big\n\nTiny');
  expect(attribute(studio, 'size')?.values).toEqual([
    { value: 'small', synonyms: ['tiny', 'little'] },
    { value: 'large', synonyms: ['big'] },
    { value: 'Tiny', synonyms: [] },
  ]);
  expect(depth(studio)).toBe(before + 1);
  expect(screen.getByText('“Tiny” stands for two values; the first is taken.')).toBeTruthy();
});

test('a list pasted from a table has tabs for colons', () => {
  expect(readListedValues('red\tscarlet\tcrimson\nblue')).toEqual([
    { value: 'red', synonyms: ['scarlet', 'crimson'] },
    { value: 'blue', synonyms: [] },
  ]);
});

test('a pattern is tried while it is written, and says what is wrong with it', async () => {
  const studio = inspect(document, ['policy']);
  await userEvent.type(field('Try it'), 'it is P-12 I think');
  expect(status()).toBe('Takes “12”');
  await userEvent.clear(field('Pattern'));
  await userEvent.type(field('Pattern'), '(?=a');
  expect(screen.getByText(/^A pattern cannot look ahead/)).toBeTruthy();
  await userEvent.clear(field('Pattern'));
  expect(attribute(studio, 'policy')).not.toHaveProperty('pattern');
});

test('members of a composite, and of a composite in it', async () => {
  const studio = inspect(document, ['order']);
  const members = within(screen.getByRole('region', { name: /^Members/ }));
  await userEvent.click(members.getByRole('button', { name: 'Add member' }));
  await userEvent.clear(members.getAllByRole('textbox', { name: 'Name' })[1] as HTMLElement);
  await userEvent.keyboard('id');
  expect(screen.getByText('There is already “id”.')).toBeTruthy();
  await userEvent.keyboard('s{Enter}');
  const ids = within(members.getByRole('group', { name: 'Member ids' }));
  await userEvent.selectOptions(ids.getByRole('combobox', { name: 'Type' }), 'composite');
  await userEvent.click(ids.getByRole('button', { name: 'Add member to ids' }));
  expect(attribute(studio, 'order')?.members).toEqual([
    { name: 'id', type: 'string' },
    { name: 'ids', type: 'composite', members: [{ name: 'member', type: 'string' }] },
  ]);
  await userEvent.click(members.getByRole('button', { name: 'Remove member ids' }));
  expect(documentOf(studio)).toEqual(document);
});

test('the example of a composite has a field for each member, of the type of each', async () => {
  const order = inspect(document, ['order']);
  const example = within(screen.getByRole('group', { name: 'Example' }));
  await userEvent.type(example.getByRole('textbox', { name: 'id' }), 'A-1');
  expect(attribute(order, 'order')?.example).toEqual({ id: 'A-1' });
  await userEvent.clear(example.getByRole('textbox', { name: 'id' }));
  expect(attribute(order, 'order')?.example).toBeNull();
});

test('the members of a place are known', async () => {
  const studio = inspect(document, ['place']);
  await userEvent.type(
    within(screen.getByRole('group', { name: 'Example' })).getByRole('textbox', { name: 'lat' }),
    '52.5',
  );
  expect(attribute(studio, 'place')?.example).toEqual({ lat: 52.5 });
});
