import type { Studio } from '../../state/studio.ts';

export type Platform = Studio['platform'];

/** `mod+shift+z`: modifiers, then the key as `KeyboardEvent.key` names it in lower case. `mod` is ⌘ on a Mac, else Ctrl. */
export type Shortcut = string;

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function matchesShortcut(shortcut: Shortcut, pressed: Pressed, platform: Platform): boolean {
  const { key, modifiers } = partsOf(shortcut);
  const onMac = platform === 'darwin';
  return (
    isKey(key, pressed) &&
    (onMac ? pressed.metaKey : pressed.ctrlKey) === modifiers.has('mod') &&
    !(onMac ? pressed.ctrlKey : pressed.metaKey) &&
    pressed.altKey === modifiers.has('alt') &&
    (pressed.shiftKey === modifiers.has('shift') || isTypedWithShift(key))
  );
}

/** What was pressed, in our words; null while only modifiers are down, and for what no action should take. */
export function pressedShortcut(pressed: Pressed, platform: Platform): Shortcut | null {
  const { key, code } = pressed;
  if (/^(control|shift|alt|altgraph|meta|dead|tab|capslock|unidentified|process)$/i.test(key)) return null;
  const place = /^(?:Digit|Key)(.)$/.exec(code)?.[1]?.toLowerCase();
  const name = /^[a-z0-9]$/i.test(key) ? key.toLowerCase() : (place ?? key.toLowerCase());
  const onMac = platform === 'darwin';
  const modifiers = [
    (onMac ? pressed.metaKey : pressed.ctrlKey) && 'mod',
    pressed.altKey && 'alt',
    pressed.shiftKey && !isTypedWithShift(name) && 'shift',
  ];
  if (onMac ? pressed.ctrlKey : pressed.metaKey) return null;
  return [...modifiers, name].filter((part) => part !== false).join('+');
}

/** How a key is written beside its action: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function shortcutText(shortcut: Shortcut, platform: Platform): string {
  const { key, modifiers } = partsOf(shortcut);
  const onMac = platform === 'darwin';
  const names = onMac ? macNames : otherNames;
  const written = [...modifiers].map((modifier) => names[modifier] ?? modifier);
  const last = names[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^./, (first) => first.toUpperCase()));
  return onMac ? [...written, last].join('') : [...written, last].join('+');
}

/** The same for Electron's native menu. */
export function acceleratorOf(shortcut: Shortcut): string {
  const { key, modifiers } = partsOf(shortcut);
  const written = [...modifiers].map((modifier) => acceleratorNames[modifier] ?? modifier);
  return [...written, acceleratorNames[key] ?? (key.length === 1 ? key.toUpperCase() : key)].join('+');
}

function partsOf(shortcut: Shortcut): { key: string; modifiers: ReadonlySet<string> } {
  const parts = shortcut.split('+');
  // `mod++` is the plus key.
  const key = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '');
  return { key, modifiers: new Set(parts.filter((part) => part in acceleratorNames && part !== key)) };
}

/** Digits and letters go by the place of the key too, so that shift and alt do not hide them. */
function isKey(key: string, { key: typed, code }: Pressed): boolean {
  if (typed.toLowerCase() === key) return true;
  if (/^[0-9]$/.test(key)) return code === `Digit${key}`;
  return /^[a-z]$/.test(key) && code === `Key${key.toUpperCase()}` && !/^[a-z]$/i.test(typed);
}

/** Signs that some keyboards write with shift. */
const isTypedWithShift = (key: string): boolean => key.length === 1 && !/^[a-z0-9 ]$/.test(key);

const otherNames: Record<string, string> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  delete: 'Del',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  ' ': 'Space',
};
const macNames: Record<string, string> = {
  ...otherNames,
  mod: '⌘',
  alt: '⌥',
  shift: '⇧',
  delete: '⌫',
};
const acceleratorNames: Record<string, string> = {
  mod: 'CmdOrCtrl',
  alt: 'Alt',
  shift: 'Shift',
  delete: 'Delete',
  '+': 'Plus',
  ' ': 'Space',
};
