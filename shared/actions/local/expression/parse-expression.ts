import { fail, succeed, type Result } from '../../../base/result.ts';
import type { SyntaxProblem } from '../../../reference/reference.ts';
import { ExpressionFault } from './expression-fault.ts';
import type { BinaryOperator, ExpressionNode, MacroName } from './expression-node.ts';
import { readTokens, type Token } from './expression-tokens.ts';

/** Nobody writes more by hand, and working out goes as deep as the expression does. */
const mostParts = 1000;
const deepest = 50;

const mostRemembered = 500;
const remembered = new Map<string, Result<ExpressionNode, SyntaxProblem>>();

/** An expression in CEL, read. What is read once is remembered, problems included. */
export function parseExpression(text: string): Result<ExpressionNode, SyntaxProblem> {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const parsed = parseFresh(text);
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(text, parsed);
  return parsed;
}

function parseFresh(text: string): Result<ExpressionNode, SyntaxProblem> {
  try {
    return succeed(new ExpressionParser(text).whole());
  } catch (fault) {
    if (fault instanceof ExpressionFault) return fail(fault.problem);
    throw fault;
  }
}

/** From the loosest to the tightest. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];

const macros: ReadonlySet<string> = new Set<MacroName>(['map', 'filter', 'all', 'exists', 'exists_one']);

class ExpressionParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #parts = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = readTokens(text);
  }

  whole(): ExpressionNode {
    const [first] = this.#tokens;
    if (first?.kind === 'end') throw new ExpressionFault('The expression is empty.', first);
    const node = this.#expression();
    if (this.#token.kind !== 'end') throw this.#unexpected('Here the expression should end');
    return node;
  }

  get #token(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #expression(): ExpressionNode {
    return this.#deeper(() => {
      const condition = this.#binary(0);
      if (!this.#take('?')) return condition;
      const whenTrue = this.#expression();
      this.#expect(':', 'The choice lacks its second half: "condition ? one : other"');
      const whenFalse = this.#expression();
      return this.#made({ kind: 'choice', condition, whenTrue, whenFalse, start: condition.start, end: whenFalse.end });
    });
  }

  #binary(level: number): ExpressionNode {
    const operators = levels[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const { value, kind } = this.#token;
      const operator = operators.find((each) => each === value);
      if (operator === undefined || kind === 'text') return left;
      this.#at += 1;
      const right = this.#binary(level + 1);
      left = this.#made({ kind: 'binary', operator, left, right, start: left.start, end: right.end });
    }
  }

  #unary(): ExpressionNode {
    const { start, value, kind } = this.#token;
    if (kind !== 'mark' || (value !== '!' && value !== '-')) return this.#postfix();
    this.#at += 1;
    const operand = this.#deeper(() => this.#unary());
    return this.#made({ kind: 'unary', operator: value, operand, start, end: operand.end });
  }

  #postfix(): ExpressionNode {
    let node = this.#primary();
    for (;;) {
      if (this.#take('.')) node = this.#member(node);
      else if (this.#take('[')) {
        const at = this.#expression();
        const end = this.#expect(']', 'The square bracket does not close');
        node = this.#made({ kind: 'index', from: node, at, start: node.start, end });
      } else return node;
    }
  }

  #member(from: ExpressionNode): ExpressionNode {
    const named = this.#token;
    if (named.kind !== 'name') throw this.#unexpected('After the dot the name of a member is expected');
    this.#at += 1;
    if (!this.#take('('))
      return this.#made({ kind: 'field', from, name: named.value, start: from.start, end: named.end });
    const { items, end } = this.#list(')', 'The bracket does not close');
    if (macros.has(named.value)) return this.#macro(named.value as MacroName, from, items, end);
    return this.#made({ kind: 'call', name: named.value, args: [from, ...items], start: from.start, end });
  }

  #macro(name: MacroName, list: ExpressionNode, args: readonly ExpressionNode[], end: number): ExpressionNode {
    const [variable, first, second] = args;
    const place = { start: list.start, end };
    const isCounted = args.length === 2 || (name === 'map' && args.length === 3);
    if (!isCounted || variable?.kind !== 'name' || first === undefined)
      throw new ExpressionFault(`Write it as list.${name}(item, what to do with item).`, place);
    const [test, body] = second === undefined ? [null, first] : [first, second];
    return this.#made({ kind: 'macro', name, list, variable: variable.name, test, body, ...place });
  }

  #primary(): ExpressionNode {
    const token = this.#token;
    this.#at += 1;
    const { start, end } = token;
    if (token.kind === 'number' || token.kind === 'text')
      return this.#made({ kind: 'value', value: token.value, start, end });
    if (token.kind === 'name') return this.#named(token.value, token);
    if (token.value === '(') {
      const node = this.#expression();
      this.#expect(')', 'The bracket does not close');
      return node;
    }
    if (token.value === '[') {
      const list = this.#list(']', 'The list does not close');
      return this.#made({ kind: 'list', items: list.items, start, end: list.end });
    }
    if (token.value === '{') return this.#map(start);
    this.#at -= 1;
    throw this.#unexpected('A value is expected');
  }

  #named(name: string, { start, end }: Token): ExpressionNode {
    if (constants.has(name)) return this.#made({ kind: 'value', value: constants.get(name) ?? null, start, end });
    if (!this.#take('(')) return this.#made({ kind: 'name', name, start, end });
    const list = this.#list(')', 'The bracket does not close');
    if (name !== 'has') return this.#made({ kind: 'call', name, args: list.items, start, end: list.end });
    const [only] = list.items;
    if (only?.kind !== 'field' || list.items.length !== 1)
      throw new ExpressionFault('"has" asks for a member: has(order.total).', { start, end: list.end });
    return this.#made({ kind: 'has', from: only.from, name: only.name, start, end: list.end });
  }

  #map(start: number): ExpressionNode {
    const entries: (readonly [ExpressionNode, ExpressionNode])[] = [];
    while (this.#token.value !== '}' || this.#token.kind !== 'mark') {
      const key = this.#expression();
      this.#expect(':', 'After the key a ":" and its value are expected');
      entries.push([key, this.#expression()]);
      if (!this.#take(',')) break;
    }
    const end = this.#expect('}', 'The curly bracket does not close');
    return this.#made({ kind: 'map', entries, start, end });
  }

  #list(close: string, problem: string): { readonly items: readonly ExpressionNode[]; readonly end: number } {
    const items: ExpressionNode[] = [];
    while (this.#token.value !== close || this.#token.kind !== 'mark') {
      items.push(this.#expression());
      if (!this.#take(',')) break;
    }
    return { items, end: this.#expect(close, problem) };
  }

  #take(mark: string): boolean {
    if (this.#token.kind !== 'mark' || this.#token.value !== mark) return false;
    this.#at += 1;
    return true;
  }

  #expect(mark: string, problem: string): number {
    const { end } = this.#token;
    if (!this.#take(mark)) throw this.#unexpected(problem);
    return end;
  }

  #unexpected(problem: string): ExpressionFault {
    const token = this.#token;
    const found = token.kind === 'end' ? 'the expression ends' : `"${token.value}" stands here`;
    return new ExpressionFault(`${problem}, but ${found}.`, token);
  }

  #deeper(read: () => ExpressionNode): ExpressionNode {
    this.#depth += 1;
    if (this.#depth > deepest) throw new ExpressionFault('This is nested too deeply.', this.#token);
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #made(node: ExpressionNode): ExpressionNode {
    this.#parts += 1;
    if (this.#parts > mostParts)
      throw new ExpressionFault('The expression is too long. Do it in several steps.', this.#token);
    return node;
  }
}

const constants: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
