import type { RankedIntent } from '../interpret/ranked-intent.ts';
import type { Origin } from './effect.ts';
import type { InterpreterGroup } from './interpreter-groups.ts';
import { maskNamed } from './mask.ts';
import type { StepDraft } from './step-draft.ts';

/** What an interpreter made of an utterance, and the `seq` of the event that shows it. */
export type Ranking = {
  readonly interpreter: string | null;
  readonly seq: number;
  readonly byIntentId: ReadonlyMap<string, RankedIntent>;
};

/** Puts a ranking into the trace, sensitive values covered. `origin`: where it came from, when it was asked for. */
export function showRanking(
  draft: StepDraft,
  group: Pick<InterpreterGroup, 'interpreter' | 'name'>,
  shown: { readonly text: string; readonly ranking: readonly RankedIntent[]; readonly origin?: Origin },
  cause: number,
): number {
  const { sensitive } = draft.program;
  const cover = (entry: RankedIntent): RankedIntent => ({
    ...entry,
    attributes: maskNamed(entry.attributes, (name) => sensitive.has(name)),
  });
  const ranking = sensitive.size === 0 ? shown.ranking : shown.ranking.map(cover);
  const { interpreter, name } = group;
  const { text, origin } = shown;
  const event = {
    ...draft.event(interpreter, cause),
    kind: 'intent.ranked',
    interpreter: name,
    text,
    ranking,
  } as const;
  return draft.emit(origin === undefined ? event : { ...event, origin });
}

export function toRanking(interpreter: string | null, seq: number, ranking: readonly RankedIntent[]): Ranking {
  const byIntentId = new Map<string, RankedIntent>();
  for (const entry of ranking) if (!byIntentId.has(entry.intentId)) byIntentId.set(entry.intentId, entry);
  return { interpreter, seq, byIntentId };
}
