import { withoutUnwritable } from './unwritable-characters.ts';

/** A text as XML holds it, blanks and all. Characters no XML may hold go. */
export const xmlText = (text: string): string =>
  withoutUnwritable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A reader makes one line end of it otherwise.
    .replaceAll('\r', '&#13;');
