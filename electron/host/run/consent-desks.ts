import type { RunPorts } from '../host-ports.ts';
import { createConsentDesk, type ConsentDesk } from './consent-desk.ts';

/** The questions of every run, and of every action that runs by itself. */
export type ConsentDesks = {
  readonly open: (run: string, file: string | null) => ConsentDesk;
  /** False for a run nobody knows. */
  readonly answer: (run: string, origin: string, allowed: boolean) => boolean;
  readonly close: (run: string) => void;
};

export function createConsentDesks({
  standing,
  consents,
  emit,
}: Pick<RunPorts, 'standing' | 'consents' | 'emit'>): ConsentDesks {
  const desks = new Map<string, ConsentDesk>();
  return {
    open: (run, file) => {
      const key = (): string => standing(file).key;
      const memory = {
        get: (what: string) => consents.get(key(), what),
        set: (what: string, allowed: boolean) => consents.set(key(), what, allowed),
      };
      const desk = createConsentDesk(memory, (origin, secret) =>
        emit({ name: 'run.consentAsked', payload: { run, origin, ...(secret === null ? {} : { secret }) } }),
      );
      desks.set(run, desk);
      return desk;
    },
    answer: (run, origin, allowed) => {
      const desk = desks.get(run);
      desk?.answer(origin, allowed);
      return desk !== undefined;
    },
    close: (run) => void desks.delete(run),
  };
}
