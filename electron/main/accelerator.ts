const modifiers = /^(CmdOrCtrl|CommandOrControl|Cmd|Ctrl|Alt|Option|Shift)$/i;
const keys =
  /^([A-Z0-9!-/:-@[-`{-~]|F([1-9]|1[0-9]|2[0-4])|Plus|Space|Tab|Enter|Return|Escape|Esc|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/i;

/** Electron throws at a key it does not know; a menu without one is better than none. */
export function readAccelerator(shortcut: string): string | null {
  const parts = shortcut.split('+').map((part) => part.trim().replace(/^arrow/i, ''));
  const isKnown = keys.test(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => modifiers.test(part));
  return isKnown ? parts.join('+') : null;
}
