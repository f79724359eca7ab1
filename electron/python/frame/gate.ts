/** Far above what any run within its limits says, and far below what would slow the host down. */
const mostMessages = 20_000;
const mostCharacters = 64 * 1024 * 1024;

/** Counts what a worker says, so that one that shouts is ended here and never heard in the host. */
export function createGate() {
  let messages = 0;
  let characters = 0;
  return {
    lets: (message: unknown): boolean => {
      messages += 1;
      characters += lengthOf(message);
      return messages <= mostMessages && characters <= mostCharacters;
    },
  };
}

/** Messages are flat: a few texts, or the bytes of a snapshot. Anything else counts as too much. */
function lengthOf(message: unknown): number {
  if (message instanceof Uint8Array) return message.length;
  if (typeof message !== 'object' || message === null) return Infinity;
  const values: unknown[] = Object.values(message);
  return values.reduce<number>((sum, value) => {
    if (typeof value === 'string') return sum + value.length;
    return typeof value === 'number' ? sum : Infinity;
  }, 0);
}
