import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditEntry, AuditFilter } from '../../shared/bridge/contract/audit-contract.ts';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import { useStudio } from '../state/studio.ts';

export type AuditPage = {
  readonly entries: readonly AuditEntry[];
  readonly total: number;
  /** Names of the actions there are entries of. */
  readonly actions: readonly string[];
};
export type WantedEntries = Pick<AuditFilter, 'text' | 'action' | 'outcome'>;

const pageSize = 100;
/** So that a busy talk asks for the log now and then, not for every call. */
const pause = 150;

/** What was carried out on this machine, newest first, and anew when more is. Null until it was read. */
export function useAudit(wanted: WantedEntries) {
  const { host } = useStudio();
  const { text, action, outcome } = wanted;
  const [page, setPage] = useState<AuditPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(0);
  const read = useCallback(
    async (before: AuditPage | null, limit = pageSize): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      const last = before?.entries.at(-1)?.id ?? null;
      const reply = await host.call('audit.list', { text, action, outcome, before: last, limit });
      if (mine !== asked.current) return;
      setFailure(reply.ok ? null : reply.failure);
      if (reply.ok) setPage({ ...reply.value, entries: [...(before?.entries ?? []), ...reply.value.entries] });
    },
    [host, text, action, outcome],
  );
  const shown = useRef(pageSize);
  useEffect(() => {
    shown.current = Math.max(pageSize, page?.entries.length ?? 0);
  }, [page]);
  useEffect(() => {
    let timer = setTimeout(() => void read(null), text === '' ? 0 : pause);
    const stop = host.onEvent(({ name }) => {
      if (name !== 'audit.added' && name !== 'audit.cleared') return;
      clearTimeout(timer);
      timer = setTimeout(() => void read(null, Math.min(500, shown.current)), pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [host, read, text]);
  return { page, failure, more: () => void read(page) };
}
