import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../shared/exchange/markup/parse-xml.ts';
import { printMarkup } from '../../shared/exchange/markup/print-markup.ts';
import { readMarkup } from '../../shared/exchange/markup/read-markup.ts';
import { messageBlockSchema } from '../../shared/model/message-block.ts';
import { anyBlock } from './any-block.ts';

/** Pieces that make tags, half tags and no tags. */
const piece = fc.constantFrom(
  '<',
  '>',
  '</',
  '/>',
  '<message>',
  '</message>',
  '<message disable_text="1">',
  '<text-message>',
  '</text-message>',
  '<button-message>',
  '<button>',
  '<text>',
  '</text>',
  '<link new_tab="true">',
  '<url>',
  'a="b"',
  "x='",
  '"',
  '&amp;',
  '&',
  '&#65;',
  '&#xFFFFFF;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x>',
  '<?xml?>',
  'words ',
  '{user.name}',
  '\n',
);
const anySource = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('markup', () => {
  test('[M1] any text gives blocks the model knows, and problems that point into it', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { blocks, problems } = readMarkup(source);
        for (const block of blocks) expect(messageBlockSchema.safeParse(block).success).toBe(true);
        for (const { position, sentence } of problems) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(source.length);
          expect(sentence).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('[M2] what is printed reads back without a problem, and prints the same again', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 3 }), fc.boolean(), (blocks, disableText) => {
        const first = printMarkup({ blocks, ...(disableText ? { disableText } : {}) });
        const read = readMarkup(first.markup);
        expect(read.problems).toEqual([]);
        expect(read.disableText).toBe(disableText);
        const second = printMarkup(read.disableText ? { blocks: read.blocks, disableText } : { blocks: read.blocks });
        expect(second).toEqual({ markup: first.markup, lost: [] });
        expect(readMarkup(second.markup).blocks).toEqual(read.blocks);
      }),
      { numRuns: 1500 },
    );
  });

  test('[M3] reading takes time in proportion to the text, whatever it is', () => {
    const worst = [
      '<',
      '</',
      '<a ',
      "<a b='",
      '<a b="',
      '</x',
      '<!--',
      '<![CDATA[',
      '&',
      '&#',
      '[',
      '[a](',
      '<a>',
      '<b x=y ',
    ];
    for (const part of worst) {
      const source = part.repeat(Math.ceil(200_000 / part.length));
      const begun = performance.now();
      readMarkup(source);
      parseXml(`<message>${source}`);
      expect(performance.now() - begun).toBeLessThan(2000);
    }
  });
});
