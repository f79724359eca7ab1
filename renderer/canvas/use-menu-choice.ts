import { useCallback } from 'react';
import type { Point } from '../../shared/commands/command.ts';
import type { Document } from '../../shared/model/document.ts';
import { isWritten } from '../palette/palette-item.ts';
import { insertCommand } from '../palette/insert-command.ts';
import { useStudio } from '../state/studio.ts';
import { useCanvasStore } from './canvas-store.ts';
import type { MenuChoice } from './gestures/menu-entry.ts';
import { toggledContext } from './toggled-context.ts';
import { useExecute } from './use-execute.ts';

const isOnCanvas = (document: Document, id: string): boolean =>
  ['conversations', 'scenes', 'turns', 'intents', 'notes', 'views'].includes(document.homes.get(id)?.table ?? '');

/** Does what an entry of a canvas menu says. */
export function useMenuChoice(): (choice: MenuChoice) => void {
  const { editor, ui } = useStudio();
  const store = useCanvasStore();
  const execute = useExecute();
  return useCallback(
    (choice) => {
      switch (choice.kind) {
        case 'command':
          execute(choice.command);
          return;
        case 'make': {
          const made = execute(choice.command) ?? [];
          const drawn = made.filter((id) => isOnCanvas(editor.getState().document, id));
          if (drawn.length > 0) {
            editor.select(drawn);
            ui.reveal(drawn, true);
          } else if (made.length > 0) {
            editor.select(made);
            ui.showRight('inspector');
          }
          if (choice.says !== '' && made.length > 0) ui.notify('info', choice.says);
          return;
        }
        case 'do':
          return choice.run();
        case 'insert': {
          const { item, into, at } = choice;
          const { document } = editor.getState();
          const make = (spot: Point) => insertCommand(document, into ?? undefined, item, spot);
          const made = execute(ui.place(make, { at }))?.at(-1);
          if (made === undefined) return;
          editor.select([made]);
          if (isWritten(item)) ui.editText(made);
          else ui.reveal([made], true);
          return;
        }
        case 'editText':
          return ui.editText(choice.id);
        case 'rename':
          return ui.rename(choice.id);
        case 'show':
          editor.select([choice.id]);
          return ui.reveal([choice.id]);
        case 'expand':
          return store.setState(toggledContext(store.getState(), choice.id));
        case 'inspect':
          editor.select([choice.id]);
          return ui.showRight('inspector');
      }
    },
    [editor, execute, store, ui],
  );
}
