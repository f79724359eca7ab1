const reservedOnWindows = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i;
const longest = 120;

/** A name made from any text that is a plain file name on every system: no path, no control signs, no reserved word. */
export function safeFileName(suggested: string): string {
  const plain = suggested
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.-]+/, '')
    .replace(reservedOnWindows, '$1-');
  const name = cutToBytes(plain, longest).replace(/[\s.]+$/, '');
  return name === '' ? 'scenario' : name;
}

/** Adds an ending unless it is there; `order.json` is taken as `order.parley.json`. */
export function withExtension(path: string, extension: '.parley.json'): string {
  if (path.toLowerCase().endsWith(extension)) return path;
  return path.replace(/(\.parley)?(\.json)?$/i, '') + extension;
}

/** Whole characters only: half a surrogate is no name. */
function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
