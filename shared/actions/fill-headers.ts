import type { RequestFiller } from './request-filler.ts';
import type { TextParts } from './url-plan.ts';

export type HeaderField = { readonly name: string; readonly value: TextParts };
export type Header = readonly [name: string, value: string];

/** Headers that say where a message ends or who it is for. Whoever sets them can smuggle a second request in. */
const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Puts values into headers. One that does not fit is refused by name, never repaired: a cut value is a wrong value. */
export function fillHeaders(fields: readonly HeaderField[], filler: RequestFiller): readonly Header[] {
  return fields.flatMap(({ name, value }) => {
    if (name.trim() === '' || filler.isLeftOut(value)) return [];
    if (!headerName.test(name)) {
      filler.refuse(`"${name}" cannot be the name of a header.`);
      return [];
    }
    if (ownHeaders.has(name.toLowerCase())) {
      filler.refuse(`The header ${name} is set when the request is sent; remove it from the action.`);
      return [];
    }
    const text = filler.fill(value, same, same);
    const misfit = misfitIn(text);
    if (misfit !== null) filler.refuse(`The header ${name} would hold ${misfit}, which a header cannot carry.`);
    return [[name, text]];
  });
}

const same = (text: string): string => text;

function misfitIn(text: string): string | null {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 10 || code === 13) return 'a line break';
    if ((code < 32 && code !== 9) || code === 127) return 'a control character';
    if (code > 255) return `"${character}"`;
  }
  return null;
}
