// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { bundleText } from '../../../../renderer/app/files/bundle-files.ts';
import { ImportBundleDialog } from '../../../../renderer/app/dialogs/import-bundle-dialog.tsx';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from './mounted.tsx';

const theirs = aScenario('Theirs')
  .withApiAction('getOrder', { description: 'Finds an order.' })
  .withApiAction('getStock')
  .build();

test('what is new comes in, what is different only when it is chosen, and one undo takes it all back', async () => {
  const mine = aScenario('Mine').withApiAction('getOrder', { description: 'My own words.' }).build();
  const studio = aStudio(mine);
  const { unmount } = mount(studio, <ImportBundleDialog name="theirs.json" text={bundleText(theirs)} />);
  expect(screen.getByText(/^Of 2, 1 is new, 1 is different here\./)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Import 1' }));
  const actions = () => studio.editor.getState().document.tables.actions;
  expect([actions().size, actions().get('getOrder')?.description]).toEqual([2, 'My own words.']);
  studio.editor.undo();
  expect(studio.editor.getState().document).toEqual(mine);
  unmount();

  mount(studio, <ImportBundleDialog name="theirs.json" text={bundleText(theirs)} />);
  const row = screen.getByRole('list', { name: 'What comes in' });
  await userEvent.click(within(row).getByLabelText('Replace'));
  await userEvent.click(screen.getByRole('button', { name: 'Import 2' }));
  expect(actions().get('getOrder')?.description).toBe('Finds an order.');
});

test('what is no bundle is refused place by place, and nothing comes in', () => {
  const studio = aStudio(aScenario('Mine').build());
  mount(studio, <ImportBundleDialog name="note.json" text='{"format":"something"}' />);
  expect(screen.getByText('“note.json” is not a bundle Parley can read')).toBeTruthy();
  expect(screen.getByText('/format')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
});
