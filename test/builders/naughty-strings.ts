import { readSharedData } from './shared-data.ts';

/** What no collection of lines can hold: control characters, halves of characters, marks, separators. */
const ours: readonly string[] = [
  '\u0000',
  'a\u0000b',
  '\u0001\u0008\u000b\u000c\u001f\u007f\u0080\u009f',
  '\ud800',
  'x\udfff\ud83dx',
  '\ufeffmark',
  '\u2028 line \u2029 paragraph \u0085 next',
  '\r\n\r\n',
  ' \t leading and trailing \n ',
  '\u202egnp.exe\u202c \u2066isolated\u2069 \u200f',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 𝒳𐍈 e\u0301 \ufdfa',
  '__proto__',
  'constructor',
  'toString',
  '{user.name} {{literal}} {unclosed {{ }} } $orderId ${7*7} #{7*7} <%= 7*7 %> {% raw %}',
  `"'\`\\ \\" \\u0000 \\n %00 %s %n %x`,
  ']]>&amp;&#65;<![CDATA[x]]><!--c--><?p?>',
  '**bold** [link](javascript:alert(1)) ![i](x) `code` # heading\n- list',
  `=cmd|' /C calc'!A0;+1+1;-1;@SUM(1);\t=1`,
];

const linesOf = (path: string): readonly string[] => (readSharedData(path) ?? '').split('\n').filter(Boolean);
const each = (step: number, texts: readonly string[]): readonly string[] => texts.filter((_, at) => at % step === 0);

/** Texts that have broken programs, each once: all of the Big List, and every so many of collections of attacks. */
export function naughtyStrings(): readonly string[] | null {
  const blns = readSharedData('corpora/blns/blns.json');
  const xss = readSharedData('corpora/xss/xss.json');
  if (blns === null || xss === null) return null;
  const scripts = (JSON.parse(xss) as { readonly payload: string }[]).map(({ payload }) => payload);
  return [
    ...new Set([
      ...ours,
      ...(JSON.parse(blns) as string[]),
      ...each(200, scripts),
      ...linesOf('corpora/injection/csv.txt'),
      ...linesOf('corpora/injection/crlf.txt'),
      ...each(100, linesOf('corpora/injection/traversal.txt')),
      ...each(30, linesOf('corpora/utf8/utf8tests.txt')),
    ]),
  ];
}
