import type { StoreApi } from 'zustand/vanilla';
import type { RunLine } from './run-line.ts';
import type { RunActions, RunState } from './run-store.ts';

type Wish =
  | 'confirm'
  | 'setAttribute'
  | 'setMode'
  | 'setWorld'
  | 'setEnvironment'
  | 'setLanguage'
  | 'cancel'
  | 'answerConsent';

/** What the engine asks for the language of the session. */
export const languageReference = 'session.language';

/** What the person wants of a talk besides saying something. Choices are kept without a talk too, for the next one. */
export function createRunWishes(store: StoreApi<RunState>, tell: RunLine['tell']): Pick<RunActions, Wish> {
  return {
    confirm: async (approved) => void (await tell('run.confirm', (run) => ({ run, approved }))),
    setAttribute: async (reference, value) => void (await tell('run.set', (run) => ({ run, reference, value }))),
    setMode: async (mode) => {
      store.setState({ mode });
      await tell('run.setMode', (run) => ({ run, mode }));
    },
    setWorld: async (world) => {
      store.setState({ world });
      await tell('run.setWorld', (run) => ({ run, world }));
    },
    setEnvironment: async (environment) => {
      store.setState({ environment });
      await tell('run.setEnvironment', (run) => ({ run, environment }));
    },
    setLanguage: async (language) => {
      store.setState({ language });
      await tell('run.set', (run) => ({ run, reference: languageReference, value: language }));
    },
    cancel: async () => void (await tell('run.cancel', (run) => ({ run }))),
    answerConsent: async (allowed) => {
      const { consentFor } = store.getState();
      if (consentFor === null) return;
      store.setState({ consentFor: null });
      await tell('run.consent', (run) => ({ run, origin: consentFor.origin, allowed }));
    },
  };
}
