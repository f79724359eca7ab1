import { isIP } from 'node:net';
import { isLocalhostName, judgeAddress } from '../effects/address-policy.ts';
import type { Reach } from '../effects/guarded-connector.ts';

/** Where answers are kept, for one scenario. */
export type ConsentMemory = {
  readonly get: (what: string) => boolean | null;
  readonly set: (what: string, allowed: boolean) => void;
};

/** Asks the person of one run whether its scenario may call an origin. */
export type ConsentDesk = {
  readonly isAllowed: (origin: string, reach: Reach) => boolean;
  /** `secret` names what would travel there; that is a question of its own. `reach` says how far a call without one goes. */
  readonly ask: (origin: string, secret: string | null, signal: AbortSignal, reach?: Reach) => Promise<boolean>;
  readonly answer: (origin: string, allowed: boolean) => void;
};

type Question = {
  readonly origin: string;
  readonly secret: string | null;
  readonly what: string;
  readonly settle: (allowed: boolean) => void;
};

/**
 * A yes is remembered for the scenario; a no only for this run, so that nobody locks a service out for good by a slip.
 * `show` puts the question before the person.
 */
export function createConsentDesk(
  memory: ConsentMemory,
  show: (origin: string, secret: string | null) => void,
): ConsentDesk {
  const open = new Set<Question>();
  const refused = new Set<string>();
  const known = (what: string): boolean | null => {
    if (refused.has(what)) return false;
    return memory.get(what) === true ? true : null;
  };
  return {
    isAllowed: (origin, reach) => memory.get(whatIsAsked(origin, null, reach)) === true,
    ask: (origin, secret, signal, reach = 'local') => {
      const what = whatIsAsked(origin, secret, reach);
      const answered = known(what);
      if (answered !== null || signal.aborted) return Promise.resolve(answered ?? false);
      return new Promise((resolve) => {
        const isShown = [...open].some((other) => other.what === what);
        const question: Question = { origin, secret, what, settle: resolve };
        open.add(question);
        signal.addEventListener('abort', () => {
          open.delete(question);
          resolve(false);
        });
        if (!isShown) show(origin, secret);
      });
    },
    answer: (origin, allowed) => {
      for (const question of [...open].filter((each) => each.origin === origin)) {
        open.delete(question);
        const { what, secret } = question;
        // Who lets a secret go there lets the call go there too: as far as the address says by itself.
        const implied = secret === null ? [] : [whatIsAsked(origin, null, isWrittenLocal(origin) ? 'local' : 'public')];
        if (allowed) [...implied, what].forEach((each) => memory.set(each, true));
        else refused.add(what);
        question.settle(allowed);
      }
    },
  };
}

/** A secret sent to an origin is another question than the origin alone, and the world another than this machine. */
function whatIsAsked(origin: string, secret: string | null, reach: Reach): string {
  if (secret !== null) return `${origin} ${secret}`;
  return reach === 'local' ? origin : `public ${origin}`;
}

/** Whether the address names this machine or a private network in so many words, before any name is looked up. */
function isWrittenLocal(origin: string): boolean {
  const hostname = URL.canParse(origin) ? new URL(origin).hostname.replace(/^\[|\]$/g, '') : '';
  return isLocalhostName(hostname) || (isIP(hostname) !== 0 && judgeAddress(hostname).kind === 'local');
}
