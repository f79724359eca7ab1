import type { Studio } from '../../state/studio.ts';
import { arrangeActions, placeActions, selectActions, wireActions } from './canvas-actions.ts';
import { carryActions } from './carry-actions.ts';
import { fileActions, recentActions } from './file-actions.ts';
import { paletteGroups, type PaletteEntry } from '../../palette/palette-entries.ts';

/** An action by id, a line (`separator`), or a menu inside the menu. */
export type MenuEntry = string | { readonly label: string; readonly entries: readonly MenuEntry[] };
export type MenuPlan = { readonly label: string; readonly entries: readonly MenuEntry[] };

export const separator = '-';

const trustActions = ['file.trust', 'file.distrust'] as const;
const insertOf = ({ id }: PaletteEntry): string => `insert.${id}`;
const findFileAction = (id: string) => fileActions.find((action) => action.id === id);

/** Every part of the window, by key. */
const places: MenuEntry = {
  label: 'Go to',
  entries: [
    'view.menus',
    'view.canvas',
    'view.outline',
    'view.palette',
    'view.inspector',
    'view.talk',
    'view.trace',
    'view.problems',
    'view.variables',
    'view.library',
    'view.actions',
    'view.understanding',
    'view.worlds',
    'view.log',
    'view.desk',
    separator,
    'view.nextArea',
    'view.previousArea',
  ],
};

/** Which action stands where. The words, keys and states come from the actions. */
export const menuPlans = (studio: Studio): readonly MenuPlan[] => [
  { label: 'File', entries: fileEntries(studio) },
  {
    label: 'Edit',
    entries: [
      'edit.undo',
      'edit.redo',
      separator,
      'edit.cut',
      'edit.copy',
      'edit.paste',
      'edit.duplicate',
      separator,
      {
        label: 'Add',
        entries: [
          ...paletteGroups.flatMap(({ entries }) => entries.map(insertOf)),
          { label: 'Other actions', entries: paletteGroups.flatMap(({ more = [] }) => more.map(insertOf)) },
          separator,
          'insert.pattern',
        ],
      },
      separator,
      'edit.moveTo',
      ...carryActions.map(({ id }) => id),
      separator,
      ...wireActions.map(({ id }) => id),
      { label: 'Arrange', entries: arrangeActions.map(({ id }) => id) },
      separator,
      'edit.rename',
      'edit.messages',
      'edit.delete',
      'edit.menu',
      separator,
      'edit.selectAll',
      'edit.selectNothing',
      ...selectActions.map(({ id }) => id),
      separator,
      'edit.search',
      'edit.replace',
    ],
  },
  {
    label: 'View',
    entries: [
      'view.commandPalette',
      separator,
      'view.fit',
      'view.fitSelection',
      'view.zoomIn',
      'view.zoomOut',
      'view.zoomReset',
      separator,
      ...placeActions.map(({ id }) => id),
      separator,
      'view.attributes',
      'view.contexts',
      separator,
      'view.panel.left',
      'view.panel.right',
      'view.panel.bottom',
      places,
      separator,
      { label: 'Theme', entries: ['view.theme.system', 'view.theme.light', 'view.theme.dark'] },
    ],
  },
  {
    label: 'Run',
    entries: [
      'run.talk',
      'run.restart',
      'run.stop',
      separator,
      'run.mock',
      'run.live',
      'run.secrets',
      separator,
      'view.followRun',
    ],
  },
  { label: 'Help', entries: ['help.shortcuts', 'help.sample', separator, 'help.about'] },
];

const fileEntries = (studio: Studio): readonly MenuEntry[] => [
  'file.new',
  'file.newWindow',
  'file.open',
  { label: 'Open recent', entries: recentActions(studio).map((action) => action.id) },
  'file.recent',
  separator,
  'file.save',
  'file.saveAs',
  'file.versions',
  'file.diskChanges',
  separator,
  'file.translations',
  'file.importBundle',
  'file.exportBundle',
  separator,
  // One of the two, and neither for what is in no file.
  ...trustActions.filter((id) => findFileAction(id)?.isEnabled(studio) === true).flatMap((id) => [id, separator]),
  'file.close',
];
