/** Where answers are kept, for one scenario. */
export type ConsentMemory = {
  readonly get: (what: string) => boolean | null;
  readonly set: (what: string, allowed: boolean) => void;
};

/** Asks the person of one run whether its scenario may call an origin. */
export type ConsentDesk = {
  readonly isAllowed: (origin: string) => boolean;
  /** `secret` names what would travel there; that is asked even for public origins, once per secret and origin. */
  readonly ask: (origin: string, secret: string | null, signal: AbortSignal) => Promise<boolean>;
  readonly answer: (origin: string, allowed: boolean) => void;
};

type Question = {
  readonly origin: string;
  readonly secret: string | null;
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
  const known = (origin: string, secret: string | null): boolean | null => {
    if (refused.has(whatIsAsked(origin, secret))) return false;
    return memory.get(whatIsAsked(origin, secret)) === true ? true : null;
  };
  return {
    isAllowed: (origin) => memory.get(whatIsAsked(origin, null)) === true,
    ask: (origin, secret, signal) => {
      const answered = known(origin, secret);
      if (answered !== null || signal.aborted) return Promise.resolve(answered ?? false);
      return new Promise((resolve) => {
        const isShown = [...open].some((other) => other.origin === origin && other.secret === secret);
        const question: Question = { origin, secret, settle: resolve };
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
        const asked = [whatIsAsked(origin, null), whatIsAsked(origin, question.secret)];
        if (allowed) asked.forEach((what) => memory.set(what, true));
        else refused.add(whatIsAsked(origin, question.secret));
        question.settle(allowed);
      }
    },
  };
}

/** A secret sent to an origin is another question than the origin alone. */
const whatIsAsked = (origin: string, secret: string | null): string =>
  secret === null ? origin : `${origin} ${secret}`;
