import type { Preferences } from '../../../shared/bridge/contract/app-contract.ts';
import { isPanelOpen, togglePanel, type PanelName } from '../../state/panel-preferences.ts';
import type { BottomTab, CanvasWish, RightTab } from '../../state/ui-store.ts';
import { focusArea, focusPlace } from '../focus-area.ts';
import { commandPaletteStore } from '../command-palette-store.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

const canvasAction = (wish: CanvasWish, name: string, shortcut: string, keywords: readonly string[]): EditorAction =>
  defineAction({ id: `view.${wish}`, name, shortcut, keywords, run: ({ ui }) => ui.askCanvas(wish) });

const panelAction = (panel: PanelName, name: string, shortcut: string): EditorAction =>
  defineAction({
    id: `view.panel.${panel}`,
    name,
    shortcut,
    keywords: ['panel', 'side bar', 'hide', 'show', 'collapse'],
    isChosen: ({ ui }) => isPanelOpen(ui.getState().preferences, panel),
    run: ({ ui }) => ui.setPreferences(togglePanel(ui.getState().preferences, panel)),
  });

const rightAction = (tab: RightTab, name: string, shortcut: string): EditorAction =>
  defineAction({
    id: `view.${tab}`,
    name,
    shortcut,
    keywords: ['panel', 'tab', 'show'],
    run: ({ ui }) => {
      ui.showRight(tab);
      focusPlace([`#panel-${tab} :is(.chat-input, .chat-over)`, `#panel-${tab}`, `#tab-${tab}`]);
    },
  });

const bottomAction = (tab: BottomTab, name: string, shortcut: string): EditorAction =>
  defineAction({
    id: `view.${tab}`,
    name,
    shortcut,
    keywords: ['panel', 'tab', 'show'],
    run: ({ ui }) => {
      ui.showBottom(tab);
      focusPlace([`#panel-${tab}`, `#tab-${tab}`]);
    },
  });

const leftAction = (place: string, name: string, shortcut: string): EditorAction =>
  defineAction({
    id: `view.${place}`,
    name,
    shortcut,
    keywords: ['panel', 'focus', 'keyboard'],
    run: ({ ui }) => {
      const { preferences } = ui.getState();
      if (!isPanelOpen(preferences, 'left')) ui.setPreferences(togglePanel(preferences, 'left'));
      focusPlace([`.${place}-tree`, `.${place}`]);
    },
  });

const themeAction = (theme: Preferences['theme'], name: string, shortcut: string): EditorAction =>
  defineAction({
    id: `view.theme.${theme}`,
    name,
    shortcut,
    keywords: ['theme', 'colour', 'appearance', 'mode'],
    isChosen: ({ ui }) => ui.getState().preferences.theme === theme,
    run: ({ ui }) => ui.setPreferences({ theme }),
  });

export const viewActions: readonly EditorAction[] = [
  canvasAction('fit', 'Show everything', 'shift+1', ['fit', 'zoom', 'all']),
  canvasAction('fitSelection', 'Show the selection', 'shift+2', ['fit', 'zoom', 'focus']),
  canvasAction('zoomIn', 'Zoom in', 'mod+=', ['larger', 'closer']),
  canvasAction('zoomOut', 'Zoom out', 'mod+-', ['smaller', 'further']),
  canvasAction('zoomReset', 'Zoom to 100 %', 'mod+0', ['actual size', 'reset']),
  defineAction({
    id: 'view.nextArea',
    name: 'Go to the next area',
    shortcut: 'f6',
    keywords: ['focus', 'panel', 'keyboard', 'region'],
    run: () => focusArea(1),
  }),
  defineAction({
    id: 'view.previousArea',
    name: 'Go to the previous area',
    shortcut: 'shift+f6',
    keywords: ['focus', 'panel', 'keyboard', 'region'],
    run: () => focusArea(-1),
  }),
  defineAction({
    id: 'view.attributes',
    name: 'Attributes…',
    shortcut: 'mod+alt+a',
    keywords: ['manager', 'rename', 'unused', 'duplicate', 'merge', 'sensitive', 'variables', 'values'],
    run: ({ ui }) => ui.openDialog({ kind: 'attributes', page: 'attributes' }),
  }),
  defineAction({
    id: 'view.contexts',
    name: 'Contexts and constants…',
    shortcut: 'mod+alt+c',
    keywords: ['manager', 'global', 'constants', 'session', 'user', 'lifetime', 'move'],
    run: ({ ui }) => ui.openDialog({ kind: 'attributes', page: 'contexts' }),
  }),
  panelAction('left', 'Outline and palette', 'mod+b'),
  panelAction('right', 'Inspector and talk', 'mod+alt+b'),
  panelAction('bottom', 'Trace and problems', 'mod+j'),
  defineAction({
    id: 'view.menus',
    name: 'Menus',
    shortcut: 'f10',
    keywords: ['menu bar', 'focus', 'keyboard'],
    isEnabled: ({ platform }) => platform !== 'darwin',
    whyNot: () => 'The menus are at the top of the screen.',
    run: () => focusPlace(['.menu-bar']),
  }),
  defineAction({
    id: 'view.canvas',
    name: 'Canvas',
    shortcut: 'alt+c',
    keywords: ['back', 'focus', 'keyboard', 'nodes'],
    run: () => focusPlace(['.canvas-place']),
  }),
  leftAction('outline', 'Outline', 'alt+o'),
  leftAction('palette', 'Palette', 'alt+p'),
  rightAction('inspector', 'Inspector', 'alt+1'),
  rightAction('talk', 'Talk', 'alt+2'),
  bottomAction('trace', 'Trace', 'alt+3'),
  bottomAction('problems', 'Problems', 'alt+4'),
  bottomAction('variables', 'Variables', 'alt+5'),
  bottomAction('library', 'Actions', 'alt+6'),
  bottomAction('actions', 'Actions log', 'alt+7'),
  bottomAction('understanding', 'Understanding', 'alt+8'),
  bottomAction('worlds', 'Worlds', 'alt+9'),
  bottomAction('log', 'Audit log', 'alt+0'),
  bottomAction('desk', 'Desk', 'alt+shift+1'),
  themeAction('system', 'Follow the system', 'mod+alt+0'),
  themeAction('light', 'Light', 'mod+alt+1'),
  themeAction('dark', 'Dark', 'mod+alt+2'),
  defineAction({
    id: 'view.followRun',
    name: 'Follow the talk on the canvas',
    shortcut: 'mod+shift+f',
    keywords: ['run', 'scroll', 'track'],
    isChosen: ({ ui }) => ui.getState().preferences.followRun,
    run: ({ ui }) => ui.setPreferences({ followRun: !ui.getState().preferences.followRun }),
  }),
  defineAction({
    id: 'view.commandPalette',
    name: 'Find a command…',
    shortcut: 'mod+k',
    keywords: ['command palette', 'search'],
    run: () => commandPaletteStore.open(),
  }),
];
