import type { FrameJob, FrameResult } from './frame-job.ts';

export type LayoutResults = readonly (readonly FrameResult[])[];

/** Lays out in a thread of its own, so that the window goes on whatever the size of the scenario. */
export function createLayoutThread() {
  let worker: Promise<Worker> | null = null;
  let giveUp: (() => void) | null = null;

  const stop = (): void => {
    void worker?.then((own) => own.terminate());
    worker = null;
    giveUp?.();
    giveUp = null;
  };
  return {
    /** What came of each job; null when it was stopped. One at a time: a new wish stops the last. */
    async layOut(jobs: readonly FrameJob[]): Promise<LayoutResults | null> {
      if (giveUp !== null) stop();
      worker ??= startWorker();
      const own = await worker;
      return new Promise((resolve, reject) => {
        const listening = new AbortController();
        const { signal } = listening;
        const settle = (done: () => void): void => {
          listening.abort();
          giveUp = null;
          done();
        };
        giveUp = () => settle(() => resolve(null));
        own.addEventListener('message', ({ data }) => settle(() => resolve(data as LayoutResults)), { signal });
        own.addEventListener('error', ({ message }) => settle(() => reject(new Error(message))), { signal });
        own.postMessage(jobs, []);
      });
    },
    stop,
  };
}

type ScriptPolicy = { readonly createScriptURL: (address: string) => string };
type Policies = { readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy };

let policy: ScriptPolicy | null = null;

/** The page starts a program only by a policy that the content policy names; ours lets this one through, and no other. */
async function startWorker(): Promise<Worker> {
  const { default: address } = await import('./layout-worker.ts?worker&url');
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  policy ??= trustedTypes?.createPolicy('layout-worker', { createScriptURL: () => address }) ?? null;
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
