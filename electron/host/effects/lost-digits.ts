const number = /-?\d[\d.eE+-]*/y;

/**
 * What is said of the first number that JavaScript cannot hold to the last digit, such as 9007199254740993; empty when
 * every number of the answer is what the service meant. The text was read as JSON already.
 */
export function lostDigits(json: string): string {
  // Nearly no answer has a number that long.
  if (!/\d[\d.]{15}/.test(json)) return '';
  for (let at = 0; at < json.length; at += 1) {
    if (json[at] === '"') at = endOfText(json, at);
    number.lastIndex = at;
    const [token] = number.exec(json) ?? [];
    if (token === undefined) continue;
    if (isInexact(token))
      return `The number ${token.slice(0, 40)} has more digits than can be kept; it is read as ${Number(token)}.`;
    at += token.length;
  }
  return '';
}

/** By hand: a pattern would run out of stack in a text of millions of escapes. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1;
    else if (json[at] === '"') return at;
  }
  return json.length;
}

/** Nobody means a number of hundreds of digits to be exact, and counting them all would take its time. */
const longest = 400;

function isInexact(token: string): boolean {
  if (token.length > longest) return true;
  if (/^-?\d+$/.test(token)) return BigInt(token) !== BigInt(Number(token));
  const digits = token
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  return digits.length > 17;
}
