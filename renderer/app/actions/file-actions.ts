import type { RecentFile } from '../../../shared/bridge/contract/scenario-contract.ts';
import { hasUnsavedWork } from '../../state/saved-state.ts';
import type { Studio } from '../../state/studio.ts';
import { chooseBundle } from '../files/choose-bundle.ts';
import { reviewDiskChanges } from '../files/disk-changes.ts';
import { closeWindow } from '../files/leave-scenario.ts';
import { chooseScenario, reopenScenario } from '../files/open-scenario.ts';
import { saveScenario, saveScenarioAs } from '../files/save-scenario.ts';
import { trustScenario } from '../files/trust-scenario.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

const trust = ({ editor }: Studio): boolean | null => {
  const { openFile, repairedFrom } = editor.getState();
  return (openFile ?? repairedFrom)?.trusted ?? null;
};

export const fileActions: readonly EditorAction[] = [
  defineAction({
    id: 'file.new',
    name: 'New…',
    shortcut: 'mod+n',
    keywords: ['scenario', 'template', 'empty', 'create'],
    run: ({ ui }) => ui.openDialog({ kind: 'newScenario' }),
  }),
  defineAction({
    id: 'file.newWindow',
    name: 'New window',
    shortcut: 'mod+shift+n',
    keywords: ['second', 'another', 'beside', 'open'],
    run: async ({ host }) => void (await host.call('app.openWindow', { file: null })),
  }),
  defineAction({
    id: 'file.open',
    name: 'Open…',
    shortcut: 'mod+o',
    keywords: ['scenario', 'load'],
    run: chooseScenario,
  }),
  defineAction({
    id: 'file.recent',
    name: 'Recent scenarios…',
    shortcut: 'mod+alt+o',
    keywords: ['open', 'lately', 'pictures', 'history', 'pin'],
    run: ({ ui }) => ui.openDialog({ kind: 'recent' }),
  }),
  defineAction({
    id: 'file.save',
    name: 'Save',
    shortcut: 'mod+s',
    keywords: ['write', 'keep'],
    isEnabled: ({ editor }) => editor.getState().openFile === null || hasUnsavedWork(editor.getState()),
    whyNot: () => 'Everything is saved.',
    run: async (studio) => void (await saveScenario(studio)),
  }),
  defineAction({
    id: 'file.saveAs',
    name: 'Save as…',
    shortcut: 'mod+shift+s',
    keywords: ['copy', 'duplicate', 'write'],
    run: async (studio) => void (await saveScenarioAs(studio)),
  }),
  defineAction({
    id: 'file.versions',
    name: 'Versions…',
    shortcut: 'mod+alt+s',
    keywords: ['history', 'compare', 'restore', 'keep', 'snapshot', 'difference'],
    run: ({ ui }) => ui.openDialog({ kind: 'versions' }),
  }),
  defineAction({
    id: 'file.diskChanges',
    name: 'See and merge changes on disk…',
    shortcut: 'mod+alt+d',
    keywords: ['merge', 'conflict', 'another program', 'reload'],
    isEnabled: ({ editor }) => editor.getState().onDisk === 'changed',
    whyNot: () => 'No other program changed the file.',
    run: reviewDiskChanges,
  }),
  defineAction({
    id: 'file.translations',
    name: 'Translations…',
    shortcut: 'mod+alt+l',
    keywords: ['language', 'translate', 'csv', 'xliff', 'import', 'export'],
    run: ({ ui }) => ui.openDialog({ kind: 'translations' }),
  }),
  defineAction({
    id: 'file.importBundle',
    name: 'Import action bundle…',
    shortcut: 'mod+i',
    keywords: ['json', 'actions', 'integrations'],
    run: chooseBundle,
  }),
  defineAction({
    id: 'file.exportBundle',
    name: 'Export action bundle…',
    shortcut: 'mod+e',
    keywords: ['json', 'actions', 'engineer', 'hand over'],
    run: ({ ui }) => ui.openDialog({ kind: 'exportBundle' }),
  }),
  defineAction({
    id: 'file.trust',
    name: 'Trust this scenario…',
    shortcut: 'mod+alt+t',
    keywords: ['restricted', 'live', 'secrets', 'allow'],
    isEnabled: (studio) => trust(studio) === false,
    whyNot: (studio) => (trust(studio) === true ? 'It is trusted.' : 'It is in no file yet.'),
    run: (studio) => trustScenario(studio, true),
  }),
  defineAction({
    id: 'file.distrust',
    name: 'Stop trusting this scenario',
    shortcut: 'mod+alt+shift+t',
    keywords: ['restrict', 'live', 'secrets', 'withdraw'],
    isEnabled: (studio) => trust(studio) === true,
    whyNot: (studio) => (trust(studio) === false ? 'It is not trusted.' : 'It is in no file yet.'),
    run: (studio) => trustScenario(studio, false),
  }),
  defineAction({
    id: 'file.close',
    name: 'Close window',
    shortcut: 'mod+w',
    keywords: ['quit', 'exit'],
    run: closeWindow,
  }),
];

/** One action for each file opened lately, newest first. */
export const recentActions = ({ ui }: Studio): readonly EditorAction[] =>
  ui.getState().recentFiles.map((recent: RecentFile) =>
    defineAction({
      id: `file.recent.${recent.file}`,
      name: `${recent.name} – ${recent.place}`,
      keywords: ['recent', 'open'],
      run: (studio) => reopenScenario(studio, recent.file),
    }),
  );
