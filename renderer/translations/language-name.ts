const names = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });

/** `German (de)`; a tag nobody knows stays as it is. */
export function languageName(tag: string): string {
  try {
    const name = names.of(tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    // No tag at all, as a stranger's file may hold.
    return tag;
  }
}
