import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../shared/base/json.ts';
import { completionInTemplate } from '../../shared/reference/completion-at.ts';
import { escapeMarkdown, unescapeMarkdown } from '../../shared/reference/escape-markdown.ts';
import { filters } from '../../shared/reference/filters/filter-table.ts';
import { parseReference, type Reference } from '../../shared/reference/parse-reference.ts';
import { parseTemplate } from '../../shared/reference/parse-template.ts';
import { readReference, renderTemplate } from '../../shared/reference/read-reference.ts';
import { rewriteReferences } from '../../shared/reference/rewrite-references.ts';
import { coerceValue } from '../../shared/values/coerce-value.ts';
import { valueText } from '../../shared/values/value-text.ts';
import { attributeTypes } from '../../shared/model/attribute-type.ts';
import { aScope } from '../builders/a-scope.ts';

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
/** As JSON carries it: without minus zero. */
const json = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(JSON.stringify(JSON.parse(text))) as Json);
const type = fc.constantFrom(...attributeTypes);
/** Texts made of what references are made of, so that most of them nearly are one. */
const broken = fc
  .array(
    fc.oneof(fc.constantFrom('{', '}', '{{', '|', '.', '[', ']', "'", '"', '(', ')', ',', '@', ' ', '\\', '0'), name),
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), broken);

const target = fc.record({
  context: fc.option(name),
  attribute: name,
  path: fc.array(fc.oneof(fc.nat(999), fc.string({ maxLength: 6 })), { maxLength: 3 }),
});
const argument: fc.Arbitrary<Reference['filters'][number]['args'][number]> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ maxLength: 8 }) }),
  fc.record({ kind: fc.constant('reference' as const), target }),
);
const reference: fc.Arbitrary<Reference> = fc
  .tuple(target, fc.array(fc.record({ name, args: fc.array(argument, { maxLength: 3 }) }), { maxLength: 3 }))
  .map(([{ context, attribute, path }, calls]) => ({ context, attribute, path, filters: calls }));

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const printTarget = ({ context, attribute, path }: Pick<Reference, 'context' | 'attribute' | 'path'>): string =>
  (context === null ? '' : `${context}.`) +
  attribute +
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `[${quote(key)}]`)).join('');
const print = (written: Reference): string =>
  printTarget(written) +
  written.filters
    .map(({ name: filter, args }) => {
      const printed = args.map((each) => (each.kind === 'text' ? quote(each.text) : `@${printTarget(each.target)}`));
      return ` | ${filter}(${printed.join(', ')})`;
    })
    .join('');

describe('reading', () => {
  test('[R1, R3] what is printed is read as it was', () => {
    fc.assert(
      fc.property(reference, (written) => {
        expect(parseReference(print(written))).toEqual({ ok: true, value: written });
      }),
    );
  });

  test('[R4] any text is a reference or has a problem inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseReference(text);
        if (parsed.ok) return;
        const { position, length, sentence } = parsed.failure;
        expect(position).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(position + length).toBeLessThanOrEqual(text.length);
        expect(sentence).not.toBe('');
      }),
    );
  });

  test('[R6] each reference of a text reads the same where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, reference)), (pieces) => {
        const text = pieces.map(([before, written]) => `${before}{${print(written)}}`).join('');
        for (const part of parseTemplate(text).parts) {
          if (typeof part === 'string') continue;
          expect(text[part.start]).toBe('{');
          expect(text[part.end - 1]).toBe('}');
          expect(parseReference(text.slice(part.start + 1, part.end - 1))).toEqual({ ok: true, value: part.reference });
        }
      }),
    );
  });

  test('[R7] renaming there and back changes nothing, and only names in between', () => {
    fc.assert(
      fc.property(anyText, reference, (before, written) => {
        const text = `${before}{${print(written)}}`;
        const rename =
          (suffix: (attribute: string) => string) => (found: { context: string | null; attribute: string }) => ({
            ...found,
            attribute: suffix(found.attribute),
          });
        const renamed = rewriteReferences(
          text,
          rename((attribute) => `${attribute}_x`),
        );
        expect(
          rewriteReferences(
            renamed,
            rename((attribute) => attribute.slice(0, -2)),
          ),
        ).toBe(text);
        expect(rewriteReferences(text, () => null)).toBe(text);
      }),
    );
  });

  test('[R8] asking for completions never throws, and the choice lies around the caret', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const caret = text.length === 0 ? 0 : at % (text.length + 1);
        const completion = completionInTemplate(text, caret);
        if (completion === null) return;
        expect(completion.start).toBeLessThanOrEqual(caret);
        expect(completion.end).toBeGreaterThanOrEqual(caret);
        expect(text.slice(completion.start, caret)).toBe(completion.typed);
      }),
    );
  });
});

describe('rendering', () => {
  const values = fc.dictionary(
    fc.tuple(name, name).map((names) => names.join('.')),
    json,
  );

  test('[R9] never throws, whatever the text and the values', () => {
    fc.assert(
      fc.property(anyText, reference, values, type, json, (text, written, known, registered, own) => {
        const scope = {
          ...aScope({ ...known, [`${written.context ?? 'user'}.${written.attribute}`]: own }),
          typeOf: () => registered,
        };
        const rendered = renderTemplate(parseTemplate(`${text}{${print(written)}}`), scope, escapeMarkdown);
        expect(typeof rendered).toBe('string');
      }),
    );
  });

  test('[R11] a value comes out as it is, whatever is in it', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const scope = aScope({ 'user.v': value });
        expect(renderTemplate(parseTemplate('<{user.v}>'), scope)).toBe(`<${value}>`);
      }),
    );
  });

  test('[R12] an escape can be taken away again', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(unescapeMarkdown(escapeMarkdown(value))).toBe(value);
      }),
    );
  });

  test('[R15] every filter gives JSON for any value and arguments, or leaves the value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...filters.keys()),
        json,
        fc.array(argument, { maxLength: 3 }),
        (filter, value, args) => {
          const warnings: string[] = [];
          const read = readReference(
            { context: null, attribute: 'v', path: [], filters: [{ name: filter, args }] },
            aScope({ 'user.v': value }, { warn: (sentence) => warnings.push(sentence) }),
          );
          expect(JSON.parse(JSON.stringify(read))).toEqual(read);
          expect(warnings.length === 0 ? read : value).toEqual(read);
        },
      ),
    );
  });

  test('[R13, R14] every value has a form of every type, and that form is stable', () => {
    fc.assert(
      fc.property(json, type, (value, wanted) => {
        const coerced = coerceValue(value, wanted);
        expect(coerceValue(coerced, wanted)).toEqual(coerced);
        expect(typeof valueText(coerced, wanted)).toBe('string');
      }),
    );
  });
});
