/** States what must hold unless we have a bug. A broken invariant is a Fault, caught only at a boundary. */
export function invariant(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Error(`invariant broken: ${what}`);
}
