import type { Studio } from '../../state/studio.ts';
import type { CanvasWish } from '../../state/ui-store.ts';
import { openReplace, openSearch } from '../../search/search-store.ts';
import { holdKeys } from '../../ui/held-keys.ts';
import { defineAction, type EditorAction } from './editor-action.ts';

/** What is typed after the key is searched for, also while the search is still being read. */
const holdForSearch = (): void => holdKeys(() => document.activeElement?.closest('[role="search"]') != null);

const selected =
  (least: number) =>
  ({ editor }: Studio): boolean =>
    editor.getState().selection.length >= least;

type Wish = readonly [CanvasWish, string, string, readonly string[]];

const wishActions = (
  group: 'edit' | 'view',
  isEnabled: EditorAction['isEnabled'],
  wishes: readonly Wish[],
): readonly EditorAction[] =>
  wishes.map(([wish, name, shortcut, keywords]) =>
    defineAction({
      id: `${group}.${wish}`,
      name,
      shortcut,
      keywords,
      isEnabled,
      whyNot: whyNotChosen,
      run: ({ ui }) => ui.askCanvas(wish),
    }),
  );

/** A wish that cannot be granted wants more to be chosen. */
const whyNotChosen = ({ editor }: Studio): string =>
  editor.getState().selection.length === 0 ? 'Choose something first.' : 'Choose more than that first.';

/** The clipboard of the system gives and takes only what a person copies and pastes: these keys belong to the page. */
export const clipboardActions: readonly EditorAction[] = [
  ...wishActions('edit', selected(1), [
    ['cut', 'Cut', 'mod+x', ['clipboard', 'move']],
    ['copy', 'Copy', 'mod+c', ['clipboard', 'json']],
  ]).map((action) => ({ ...action, isNative: true })),
  ...wishActions('edit', () => true, [['paste', 'Paste', 'mod+v', ['clipboard', 'insert', 'json']]]).map((action) => ({
    ...action,
    isNative: true,
  })),
  ...wishActions('edit', selected(1), [['duplicate', 'Duplicate', 'mod+d', ['copy', 'double', 'clone']]]),
];

export const selectActions: readonly EditorAction[] = wishActions('edit', selected(1), [
  ['selectAlike', 'Select all of this kind', 'mod+shift+a', ['same', 'kind', 'type']],
  ['selectUpstream', 'Select what leads here', 'mod+[', ['upstream', 'before', 'connected']],
  ['selectDownstream', 'Select where it leads', 'mod+]', ['downstream', 'after', 'connected']],
]);

export const arrangeActions: readonly EditorAction[] = [
  ...wishActions('edit', selected(2), [
    ['align-left', 'Align left', 'alt+a', ['arrange', 'edge']],
    ['align-centre', 'Align centres', 'alt+h', ['arrange', 'center', 'horizontal']],
    ['align-right', 'Align right', 'alt+d', ['arrange', 'edge']],
    ['align-top', 'Align top', 'alt+w', ['arrange', 'edge']],
    ['align-middle', 'Align middles', 'alt+v', ['arrange', 'vertical']],
    ['align-bottom', 'Align bottom', 'alt+s', ['arrange', 'edge']],
  ]),
  ...wishActions('edit', selected(3), [
    ['distribute-across', 'Distribute across', 'alt+shift+h', ['arrange', 'spacing', 'even', 'horizontal']],
    ['distribute-down', 'Distribute down', 'alt+shift+v', ['arrange', 'spacing', 'even', 'vertical']],
  ]),
  ...wishActions('edit', selected(1), [
    ['tidy', 'Tidy the selection', 'alt+shift+t', ['arrange', 'clean', 'order', 'layout']],
    ['layOutFrame', 'Lay out this scene or conversation', 'alt+shift+l', ['automatic', 'layers', 'arrange', 'order']],
  ]),
  ...wishActions('edit', () => true, [
    ['layOutAll', 'Lay out everything', 'mod+alt+shift+l', ['automatic', 'layers', 'arrange', 'order']],
  ]),
];

export const wireActions: readonly EditorAction[] = [
  ...wishActions('edit', () => true, [
    ['connect', 'Connect to…', 'c', ['wire', 'pin', 'join', 'transition', 're-attach']],
    ['nextWire', 'Choose a wire of this', 'shift+w', ['wire', 'line', 'next', 'connection']],
    ['insertOnWire', 'Put an action on the wire…', 'shift+i', ['insert', 'wire', 'between']],
  ]),
];

/** What needs a pointer otherwise. */
export const pointerActions: readonly EditorAction[] = wishActions('edit', () => true, [
  ['moveTo', 'Move to…', 'shift+m', ['drag', 'turn', 'scene', 'conversation', 'another']],
  ['menu', 'What can be done with this…', 'shift+f10', ['context menu', 'right click']],
]);

export const placeActions: readonly EditorAction[] = [
  ...wishActions('view', () => true, [
    ['back', 'Back to where I was', 'alt+arrowleft', ['place', 'previous', 'history']],
    ['forward', 'Forward again', 'alt+arrowright', ['place', 'next', 'history']],
    ['focusConversation', 'This conversation alone', 'shift+f', ['focus', 'only', 'isolate', 'hide others']],
  ]),
  ...wishActions('view', selected(1), [
    ['collapse', 'Close the frame', 'alt+-', ['collapse', 'fold', 'hide']],
    ['expand', 'Open the frame', 'alt+=', ['expand', 'unfold', 'show']],
  ]),
  ...wishActions('view', () => true, [['expandAll', 'Open all frames', 'alt+shift+o', ['expand', 'unfold', 'show']]]),
];

export const searchAction = defineAction({
  id: 'edit.search',
  name: 'Search the scenario…',
  shortcut: 'mod+f',
  keywords: ['find', 'text', 'filter', 'kind:', 'uses:', 'is:problem'],
  run: () => {
    openSearch();
    holdForSearch();
  },
});

export const replaceAction = defineAction({
  id: 'edit.replace',
  name: 'Replace in texts…',
  shortcut: 'mod+h',
  keywords: ['find', 'change', 'all', 'word', 'rename', 'substitute'],
  run: () => {
    openReplace();
    holdForSearch();
  },
});
