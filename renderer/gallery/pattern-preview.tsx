import { useMemo } from 'react';
import type { Pattern } from '../../shared/gallery/patterns.ts';
import { blockTexts, isSaid } from '../../shared/model/block-texts.ts';
import { childIds, type Document } from '../../shared/model/document.ts';
import type { IntentRecord } from '../../shared/model/intent-record.ts';
import { FlowPicture } from './flow-picture.tsx';
import { usePatternDrag } from './pattern-drag.ts';
import { picturedDocument } from './pictured-document.ts';

type PatternPreviewProps = { readonly pattern: Pattern; readonly onCarry: (isCarried: boolean) => void };

const width = 600;
/** Room around the picture, on either side. */
const margin = 16;

/** A pattern as it will stand on the canvas; in words for those who do not see it. */
export function PatternPreview({ pattern, onCarry }: PatternPreviewProps) {
  const document = useMemo(() => pattern.document(), [pattern]);
  const height = useMemo(() => {
    const { rect } = picturedDocument(document);
    return (rect.height + 2 * margin) * Math.min(1, width / (rect.width + 2 * margin));
  }, [document]);
  return (
    <section className="pattern-preview" aria-label={`How ${pattern.name} goes`} tabIndex={0}>
      <div {...usePatternDrag(pattern, onCarry)} className="pattern-picture">
        <FlowPicture document={document} width={width} height={height} />
      </div>
      <div className="unseen">
        {[...turnsOf(document)].map(({ id, name, behaviors, intents }) => (
          <div key={id}>
            <h3>{[name, ...behaviors].join(', ')}</h3>
            {intents.map((intent) => (
              <p key={intent.id}>{lineOf(intent, document)}</p>
            ))}
          </div>
        ))}
      </div>
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

function lineOf(intent: IntentRecord, document: Document): string {
  const to = intent.transition?.turn ?? null;
  const target = to === null ? undefined : document.tables.turns.get(to)?.name;
  const hints = [
    ...intent.conditions.map(() => 'if it fits'),
    ...(target === undefined ? [] : [`then ${target}`]),
    ...(intent.behaviors.includes('COMPLETING') ? ['ends'] : []),
  ];
  return `${intent.speaker === 'USER' ? 'Person' : 'App'}: ${[textOf(intent), ...hints].join('; ')}`;
}

function textOf({ speaker, samples, messages, name }: IntentRecord): string {
  if (speaker === 'USER') return samples[0] ?? name;
  const texts = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => blockTexts(block).flatMap(({ text, role }) => (isSaid(role) ? [text] : []))),
  );
  return texts.length === 0 ? name : texts.join(' · ');
}
