/** What keeps the sockets of an origin open: cut, they close, also those that are still trying to connect. */
export type Lifelines = {
  /** For a socket that is about to be opened. */
  readonly signalOf: (origin: string) => AbortSignal;
  /** A call begins; the answer ends it. `inVain`: it got no answer, so its connection is not worth keeping. */
  readonly begin: (origin: string) => (inVain: boolean) => void;
  readonly cutAll: () => void;
};

/**
 * A connection belongs to an origin, not to the call it was opened for, so the dispatcher leaves it trying when a call
 * gives up. When nobody else is calling that origin either, there is nothing left to try for.
 */
export function createLifelines(): Lifelines {
  const lines = new Map<string, { calls: number; cut: AbortController }>();
  const lineOf = (origin: string): { calls: number; cut: AbortController } => {
    const line = lines.get(origin) ?? { calls: 0, cut: new AbortController() };
    lines.set(origin, line);
    return line;
  };
  return {
    signalOf: (origin) => lineOf(origin).cut.signal,
    begin: (origin) => {
      const line = lineOf(origin);
      line.calls += 1;
      return (inVain) => {
        line.calls -= 1;
        if (!inVain || line.calls > 0) return;
        line.cut.abort();
        if (lines.get(origin) === line) lines.delete(origin);
      };
    },
    cutAll: () => {
      for (const { cut } of lines.values()) cut.abort();
      lines.clear();
    },
  };
}
