import type { Command, Point } from '../../../shared/commands/command.ts';
import type { PaletteItem } from '../../palette/palette-item.ts';

/** What choosing an entry of a canvas menu does. */
export type MenuChoice =
  | { readonly kind: 'command'; readonly command: Command }
  /** Makes something: it is selected and shown, and what is to be known of it is said. */
  | { readonly kind: 'make'; readonly command: Command; readonly says: string }
  | { readonly kind: 'do'; readonly run: () => void }
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

export const madeEntry = (label: string, command: Command, says = ''): MenuEntry => ({
  kind: 'choice',
  label,
  choice: { kind: 'make', command, says },
});

export const doEntry = (label: string, run: () => void): MenuEntry => ({
  kind: 'choice',
  label,
  choice: { kind: 'do', run },
});

/** Entries that stand together: under a title, or under none. */
export type MenuPart = { readonly title: string | null; readonly entries: readonly MenuEntry[] };

/** A title speaks for what follows, up to the next line or title. */
export function partsOf(entries: readonly MenuEntry[]): readonly MenuPart[] {
  const parts: { title: string | null; entries: MenuEntry[] }[] = [];
  for (const entry of entries) {
    const last = parts.at(-1);
    if (entry.kind === 'title') parts.push({ title: entry.label, entries: [] });
    else if (last === undefined || (entry.kind === 'line' && last.title !== null))
      parts.push({ title: null, entries: [entry] });
    else last.entries.push(entry);
  }
  return parts;
}
