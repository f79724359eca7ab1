import { useMemo } from 'react';
import type { Pattern } from '../../shared/gallery/patterns.ts';
import { blockTexts, isSaid } from '../../shared/model/block-texts.ts';
import { childIds, type Document } from '../../shared/model/document.ts';
import type { IntentRecord } from '../../shared/model/intent-record.ts';

/** A pattern as it would be talked: turn by turn, what people say on one side and what is answered on the other. */
export function PatternPreview({ pattern }: { readonly pattern: Pattern }) {
  const document = useMemo(() => pattern.document(), [pattern]);
  return (
    <section className="pattern-preview" aria-label={`How ${pattern.name} goes`} tabIndex={0}>
      <h3>{pattern.name}</h3>
      <p>{pattern.purpose}</p>
      {[...turnsOf(document)].map(({ id, name, behaviors, intents }) => (
        <div key={id} className="pattern-turn">
          <h4>
            {name}
            {behaviors.map((behavior) => (
              <span key={behavior}>{behavior}</span>
            ))}
          </h4>
          {intents.map((intent) => (
            <Line key={intent.id} intent={intent} document={document} />
          ))}
        </div>
      ))}
    </section>
  );
}

const turnsOf = (document: Document) =>
  childIds(document, document.scenario.id)
    .flatMap((conversation) => childIds(document, conversation))
    .flatMap((scene) => childIds(document, scene))
    .flatMap((id) => {
      const turn = document.tables.turns.get(id);
      const intents = childIds(document, id).flatMap((child) => document.tables.intents.get(child) ?? []);
      return turn === undefined ? [] : [{ ...turn, intents }];
    });

function Line({ intent, document }: { readonly intent: IntentRecord; readonly document: Document }) {
  const to = intent.transition?.turn ?? null;
  const target = to === null ? undefined : document.tables.turns.get(to)?.name;
  const hints = [
    ...intent.conditions.map(() => 'if it fits'),
    ...(target === undefined ? [] : [`→ ${target}`]),
    ...(intent.behaviors.includes('COMPLETING') ? ['ends'] : []),
  ];
  return (
    <div className="pattern-line" data-speaker={intent.speaker}>
      <span className="pattern-bubble">{textOf(intent)}</span>
      {hints.length > 0 && <span className="pattern-hint">{hints.join(' · ')}</span>}
    </div>
  );
}

function textOf({ speaker, samples, messages, name }: IntentRecord): string {
  if (speaker === 'USER') return samples[0] ?? name;
  const texts = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => blockTexts(block).flatMap(({ text, role }) => (isSaid(role) ? [text] : []))),
  );
  return texts.length === 0 ? name : texts.join(' · ');
}
