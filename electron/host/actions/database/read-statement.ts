import { fail, succeed, type Result } from '../../../../shared/base/result.ts';

export type SqlDialect = 'sqlite' | 'postgres';

/** One statement, and the names of its parameters in the order they first stand. */
export type Statement = {
  /** With each parameter as `mark` writes it. */
  readonly sql: string;
  readonly names: readonly string[];
};

/**
 * Finds the `$names` of a statement where they are parameters and not part of a text, a name or a comment. Values are
 * never put into it. The failure is a sentence.
 */
export function readStatement(
  query: string,
  dialect: SqlDialect,
  mark: (name: string, at: number) => string,
): Result<Statement, string> {
  const names: string[] = [];
  let sql = '';
  let isOver = false;
  for (let at = 0; at < query.length;) {
    const piece = pieceAt(query, at, dialect);
    at += piece.text.length;
    if (piece.kind === 'quiet') {
      sql += piece.text;
      continue;
    }
    if (isOver) return fail('It holds more than one statement. Make an action of each.');
    if (piece.kind === 'end') isOver = true;
    else if (piece.kind === 'parameter') {
      const name = piece.text.slice(1);
      if (!names.includes(name)) names.push(name);
      sql += mark(name, names.indexOf(name));
    } else sql += piece.text;
  }
  return sql.trim() === '' ? fail('The query is empty. Write one.') : succeed({ sql, names });
}

/** The word that says what a statement does: `SELECT`, `INSERT`. */
export const firstWord = (sql: string): string =>
  /^(?:\s|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/|\()*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase() ?? '';

type Piece = { readonly kind: 'quiet' | 'parameter' | 'end' | 'code'; readonly text: string };

/** Sticky, each for what begins at one place. A text that never ends reaches to the end of the query. */
const patterns: Readonly<Record<SqlDialect, readonly (readonly [Piece['kind'], RegExp])[]>> = {
  sqlite: [
    ['quiet', /\s+|--[^\n]*|\/\*[^]*?(?:\*\/|$)/y],
    ['code', /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$)/y],
    ['parameter', /\$[A-Za-z_][A-Za-z0-9_]*/y],
    ['end', /;/y],
    ['code', /[A-Za-z_0-9\u0080-\uffff]+|[^]/y],
  ],
  postgres: [
    ['quiet', /\s+|--[^\n]*/y],
    // A text with escapes, a plain one, a name, and one between dollars.
    ['code', /[eE]'(?:[^'\\]|\\[^]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)/y],
    ['code', /(\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$)[^]*?(?:\1|$)/y],
    ['parameter', /\$[A-Za-z_][A-Za-z0-9_]*/y],
    ['end', /;/y],
    // A word may hold a dollar; what follows it is no parameter then.
    ['code', /[A-Za-z_\u0080-\uffff][A-Za-z_0-9$\u0080-\uffff]*|[0-9]+|[^]/y],
  ],
};

function pieceAt(query: string, at: number, dialect: SqlDialect): Piece {
  if (dialect === 'postgres' && query.startsWith('/*', at)) return { kind: 'quiet', text: nestedComment(query, at) };
  for (const [kind, pattern] of patterns[dialect]) {
    pattern.lastIndex = at;
    const found = pattern.exec(query);
    if (found !== null && found[0] !== '') return { kind, text: found[0] };
  }
  return { kind: 'code', text: query.slice(at, at + 1) };
}

/** PostgreSQL lets comments hold comments. */
function nestedComment(query: string, start: number): string {
  let depth = 0;
  for (let at = start; at < query.length; at += 1) {
    if (query.startsWith('/*', at)) depth += 1;
    else if (query.startsWith('*/', at)) depth -= 1;
    else continue;
    at += 1;
    if (depth === 0) return query.slice(start, at + 1);
  }
  return query.slice(start);
}
