import type { Command, Point } from '../../../shared/commands/command.ts';
import type { PaletteItem } from '../../palette/palette-item.ts';

/** What choosing an entry of a canvas menu does. */
export type MenuChoice =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'insert'; readonly item: PaletteItem; readonly into: string | null; readonly at: Point }
  | { readonly kind: 'editText'; readonly id: string }
  | { readonly kind: 'rename'; readonly id: string }
  | { readonly kind: 'show'; readonly id: string }
  | { readonly kind: 'expand'; readonly id: string }
  | { readonly kind: 'fit' };

export type MenuEntry =
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly shortcut?: string;
      readonly tone?: 'problem';
      readonly choice: MenuChoice;
    }
  | { readonly kind: 'title'; readonly label: string }
  | { readonly kind: 'line' };

export const commandEntry = (label: string, command: Command): MenuEntry => ({
  kind: 'choice',
  label,
  choice: { kind: 'command', command },
});
