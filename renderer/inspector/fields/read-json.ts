import type { Json } from '../../../shared/base/json.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';

/** Reads JSON a person is writing; the failure says on which line it stops being JSON. */
export function readJson(text: string): Result<Json, string> {
  try {
    return succeed(JSON.parse(text) as Json);
  } catch (error) {
    return fail(whereJsonEnds(text, error instanceof Error ? error.message : ''));
  }
}

function whereJsonEnds(text: string, message: string): string {
  const found = /position (\d+)/.exec(message);
  const position = found === null ? text.length : Number(found[1]);
  const before = text.slice(0, position).split('\n');
  const line = before.length;
  const rest = text.slice(position).trimStart();
  const what = rest === '' ? 'The JSON ends too early' : `This is not JSON from “${firstWord(rest)}” on`;
  return `${what} (line ${line}, character ${(before.at(-1)?.length ?? 0) + 1}).`;
}

const firstWord = (text: string): string => /^(?:"[^"\n]{0,20}|[\w$.-]{1,20}|.)/su.exec(text)?.[0] ?? '';
