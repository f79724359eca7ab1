import { newScenario } from '../files/new-scenario.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

export const helpActions: readonly EditorAction[] = [
  defineAction({
    id: 'help.shortcuts',
    name: 'Keyboard shortcuts',
    shortcut: 'mod+/',
    keywords: ['keys', 'help', 'hotkeys'],
    run: ({ ui }) => ui.openDialog({ kind: 'shortcuts' }),
  }),
  defineAction({
    id: 'help.sample',
    name: 'Open the sample “Order support”',
    shortcut: 'mod+shift+o',
    keywords: ['example', 'demo', 'learn'],
    run: (studio) => newScenario(studio, 'order-support'),
  }),
  defineAction({
    id: 'help.about',
    name: 'About Parley',
    shortcut: 'mod+shift+/',
    keywords: ['version', 'licence'],
    run: ({ ui }) => ui.openDialog({ kind: 'about' }),
  }),
];
