import type { LabelledText } from '../../../shared/interpret/workbench/read-labelled-texts.ts';
import type { LoadPeer } from './install-peers.ts';

/** The little of nlp.js that is raced. */
type Nlp = {
  readonly nluManager: {
    readonly settings: { useNoneFeature?: boolean };
    train(settings: { readonly log: boolean }): Promise<unknown>;
  };
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  process(language: string, text: string): Promise<{ readonly intent: string; readonly score: number }>;
};
type Container = { use(plugin: unknown): void; get(name: 'nlp'): Nlp };

export type NlpJs = {
  readonly train: () => Promise<unknown>;
  readonly ask: (text: string) => Promise<{ readonly intentId: string | null; readonly confidence: number }>;
};

/** nlp.js with its English stemmer and its feature for "none of these". */
export async function createNlpJs(load: LoadPeer, rows: readonly LabelledText[]): Promise<NlpJs> {
  const { containerBootstrap } = load('@nlpjs/core') as { readonly containerBootstrap: () => Promise<Container> };
  const { Nlp } = load('@nlpjs/nlp') as { readonly Nlp: unknown };
  const { LangEn } = load('@nlpjs/lang-en-min') as { readonly LangEn: unknown };
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangEn);
  const nlp = container.get('nlp');
  nlp.nluManager.settings.useNoneFeature = true;
  nlp.addLanguage('en');
  for (const { text, intent } of rows) nlp.addDocument('en', text, intent);
  return {
    train: () => nlp.nluManager.train({ log: false }),
    ask: async (text) => {
      const { intent, score } = await nlp.process('en', text);
      return intent === 'None' ? { intentId: null, confidence: 0 } : { intentId: intent, confidence: score };
    },
  };
}
