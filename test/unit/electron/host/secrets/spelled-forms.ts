/** The ways in which services, libraries and people write a text down again. Made without the code that is under test. */
export function spelledForms(text: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(text, 'utf8');
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return {
    plain: text,
    upper: text.toUpperCase(),
    lower: text.toLowerCase(),
    reversed: [...text].toReversed().join(''),
    percent: encodeURIComponent(text),
    percentTwice: encodeURIComponent(encodeURIComponent(text)),
    percentAll: percent,
    form: new URLSearchParams({ x: text }).toString().slice(2),
    base64: bytes.toString('base64'),
    base64Inside: Buffer.from(`user:${text}`).toString('base64'),
    base64Url: bytes.toString('base64url'),
    hex: bytes.toString('hex'),
    json: JSON.stringify(text).slice(1, -1),
    unicode: [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  };
}

/** Which of these texts are in the bytes, and in which form. */
export function findSpelled(bytes: string, texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    Object.entries(spelledForms(text)).flatMap(([form, spelled]) =>
      bytes.includes(form.startsWith('base64') ? heartOf(form, spelled) : spelled) ? [`${text} as ${form}`] : [],
    ),
  );
}

/** Without the first and last characters, which depend on what stands beside; inside a pair, without the user. */
const heartOf = (form: string, spelled: string): string =>
  spelled.replace(/=+$/, '').slice(form === 'base64Inside' ? 8 : 2, -2);
