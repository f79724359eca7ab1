import type { AuditEntry, AuditFilter } from '../../../shared/bridge/contract/audit-contract.ts';
import type { AuditFiles } from './audit-files.ts';

/** What is written down of one execution; its number is given by the log. */
export type AuditDraft = Omit<AuditEntry, 'id'>;

/** Every execution of an action, newest last, as many as fit into the files it is kept in. */
export type AuditLog = {
  /** Returns at once; writing goes on behind. */
  readonly add: (draft: AuditDraft) => void;
  readonly list: (
    filter: AuditFilter,
    page: { readonly before: number | null; readonly limit: number },
  ) => Promise<AuditPage>;
  /** All that fit, oldest first. */
  readonly all: (filter: AuditFilter) => Promise<readonly AuditEntry[]>;
  readonly clear: () => Promise<void>;
  readonly onChange: (listener: (change: AuditChange) => void) => () => void;
  /** Resolves when everything added so far has been written. */
  readonly settled: () => Promise<void>;
};
export type AuditChange = { readonly kind: 'added'; readonly entry: AuditEntry } | { readonly kind: 'cleared' };
export type AuditPage = {
  readonly entries: AuditEntry[];
  readonly total: number;
  readonly actions: string[];
};

/** Work is done in the order it was asked for: what is listed holds everything added before. */
export function createAuditLog(files: AuditFiles, reportFault: (fault: unknown) => void): AuditLog {
  const listeners = new Set<(change: AuditChange) => void>();
  let lastId = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(job: () => Promise<Value>): Promise<Value> => {
    const done = last.then(job);
    last = done.catch(() => undefined);
    return done;
  };
  const tell = (change: AuditChange): void => listeners.forEach((listener) => listener(change));
  const all = (filter: AuditFilter): Promise<readonly AuditEntry[]> =>
    inTurn(async () => (await files.read()).filter((entry) => fits(entry, filter)));
  return {
    add: (draft) => {
      inTurn(async () => {
        // Read when the first action is carried out: nobody should wait for it when the app starts.
        const before = (await files.read()).at(-1)?.id ?? 0;
        lastId = Math.max(lastId, before) + 1;
        const entry = { id: lastId, ...draft };
        await files.append(entry);
        tell({ kind: 'added', entry });
      }).catch(reportFault);
    },
    all,
    list: async (filter, { before, limit }) => {
      const everything = await inTurn(() => files.read());
      const fitting = everything.filter((entry) => fits(entry, filter));
      const rest = before === null ? fitting : fitting.filter(({ id }) => id < before);
      return {
        entries: rest.slice(-limit).toReversed(),
        total: fitting.length,
        actions: [...new Set(everything.map(({ action }) => action))].toSorted(),
      };
    },
    clear: () =>
      inTurn(async () => {
        await files.clear();
        tell({ kind: 'cleared' });
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => inTurn(() => Promise.resolve()),
  };
}

function fits(entry: AuditEntry, { text, action, outcome, from, to }: AuditFilter): boolean {
  if (action !== null && entry.action !== action && entry.actionId !== action) return false;
  if (outcome !== null && entry.outcome !== outcome) return false;
  if ((from !== null && entry.at < from) || (to !== null && entry.at > to)) return false;
  return text === '' || JSON.stringify(entry).toLowerCase().includes(jsonText(text).toLowerCase());
}

/** As the text stands inside JSON, so that a quote is found as well. */
const jsonText = (text: string): string => JSON.stringify(text).slice(1, -1);
