import { describe, expect, test } from 'vitest';
import { parseTemplate, templateReferences } from '../../../../shared/reference/parse-template.ts';
import { rewriteReference, rewriteReferences } from '../../../../shared/reference/rewrite-references.ts';

const literals = (text: string): readonly string[] =>
  parseTemplate(text).parts.map((part) => (typeof part === 'string' ? part : `<${part.reference.attribute}>`));

describe('parseTemplate', () => {
  test.each([
    ['no braces', ['no braces']],
    ['', []],
    ['Hi {user.name}!', ['Hi ', '<name>', '!']],
    ['{a}{b}', ['<a>', '<b>']],
    ['{{user.name}}', ['{user.name}']],
    ['{{{user.name}}}', ['{', '<name>', '}']],
    ['a } b }} c', ['a } b } c']],
    ['{a | replace "}" "{"} end', ['<a>', ' end']],
  ])('[R5] cuts %s', (text, expected) => {
    expect(literals(text)).toEqual(expected);
    expect(parseTemplate(text).problems).toEqual([]);
  });

  test.each([
    ['Hello {user.name', 'Hello {user.name', 6],
    ['{}', '{}', 1],
    ['a { b', 'a { b', 2],
    ['{not a name!} and {user.ok}', '{not a name!} and <ok>', 5],
    ['{outer {user.inner}}', '{outer <inner>}', 7],
  ])('[R5] keeps what it cannot read in %s and reports it', (text, shown, position) => {
    expect(literals(text).join('')).toBe(shown);
    expect(parseTemplate(text).problems).toMatchObject([{ position }]);
  });

  test('[R6] knows where each reference stands', () => {
    const text = "{{ {user.name | uppercase} and {list['}'] } }}";
    const stands = parseTemplate(text).parts.flatMap((part) =>
      typeof part === 'string' ? [] : [text.slice(part.start, part.end)],
    );
    expect(stands).toEqual(['{user.name | uppercase}', "{list['}'] }"]);
  });

  test('[R6] lists the references of a text', () => {
    expect(templateReferences('{user.a} {b} {!}').map(({ context, attribute }) => [context, attribute])).toEqual([
      ['user', 'a'],
      [null, 'b'],
    ]);
  });

  test('[R4] a long run of broken braces is read in one go', () => {
    const text = '{a | b "{a | b \''.repeat(5_000);
    expect(parseTemplate(text).problems.length).toBeGreaterThan(5_000);
  });
});

describe('rewriteReferences', () => {
  const rename = ({ context, attribute }: { context: string | null; attribute: string }) =>
    (context ?? 'user') === 'user' && attribute === 'name' ? { context, attribute: 'first_name' } : null;

  test('[R7] renames an attribute and leaves every other character', () => {
    expect(
      rewriteReferences("{{name}} { user.name  |replace( 'name' , @name ) } {name[0]['name']} {session.name}", rename),
    ).toBe("{{name}} { user.first_name  |replace( 'name' , @first_name ) } {first_name[0]['name']} {session.name}");
  });

  test('[R7] moves an attribute to another context', () => {
    const move = () => ({ context: 'session', attribute: 'name' });
    expect(rewriteReferences('Hi {name}, {user.name}!', move)).toBe('Hi {session.name}, {session.name}!');
    expect(rewriteReference('name.0 | uppercase', move)).toBe('session.name.0 | uppercase');
  });

  test('[R7] leaves a broken reference as it is', () => {
    expect(rewriteReferences('{name!} {name}', rename)).toBe('{name!} {first_name}');
    expect(rewriteReference('name!', rename)).toBe('name!');
  });
});
