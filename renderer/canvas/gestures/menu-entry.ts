import type { Command, Point } from '../../../shared/commands/command.ts';
import type { PaletteItem } from '../../palette/palette-item.ts';

/** What choosing an entry of a canvas menu does. */
export type MenuChoice =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'insert'; readonly item: PaletteItem; readonly into: string | null; readonly at: Point }
  | { readonly kind: 'editText'; readonly id: string }
  | { readonly kind: 'rename'; readonly id: string }
  | { readonly kind: 'show'; readonly id: string }
  | { readonly kind: 'inspect'; readonly id: string }
  | { readonly kind: 'expand'; readonly id: string };

export type MenuEntry =
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly shortcut?: string;
      readonly tone?: 'problem';
      readonly choice: MenuChoice;
    }
  /** One of the window's own actions, with the words, keys and state it has everywhere; `at` is where it is meant. */
  | { readonly kind: 'action'; readonly id: string; readonly at?: Point }
  | { readonly kind: 'title'; readonly label: string }
  | { readonly kind: 'line' };

export const actionEntry = (id: string, at?: Point): MenuEntry => ({
  kind: 'action',
  id,
  ...(at === undefined ? {} : { at }),
});

export const commandEntry = (label: string, command: Command): MenuEntry => ({
  kind: 'choice',
  label,
  choice: { kind: 'command', command },
});
