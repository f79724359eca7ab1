/** What no XML can hold: control characters, halves of characters, and two that are none. In a group, to split by. */
export const unwritable = /([^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs})/u;

/** A text without it. */
export const withoutUnwritable = (text: string): string => text.replaceAll(new RegExp(unwritable, 'gu'), '');
