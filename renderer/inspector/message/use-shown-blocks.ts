import { useMemo } from 'react';
import { blocksHeld } from '../../../shared/engine/inlined-blocks.ts';
import type { BlockOutput } from '../../../shared/engine/output.ts';
import { renderBlock } from '../../../shared/engine/render-blocks.ts';
import type { Json } from '../../../shared/base/json.ts';
import type { Message, MessageBlock } from '../../../shared/model/intent-record.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import type { Document } from '../../../shared/model/document.ts';
import { compileBlock } from '../../../shared/program/compile-block.ts';
import { translatedBlock } from '../../../shared/program/translated-block.ts';
import { readReference, type ValueScope } from '../../../shared/reference/read-reference.ts';
import { useTalkValues } from '../conditions/use-talk-values.ts';
import type { TriedValues } from '../conditions/try-condition.ts';
import { useSettledDocument } from '../references/known-names.ts';

/**
 * A message as it would be said now, in a language: with what the talk holds, else with examples, else with the names
 * in braces.
 */
export function useShownBlocks(message: Message, language: string | null): readonly BlockOutput[] {
  const document = useSettledDocument();
  const talk = useTalkValues();
  return useMemo(() => {
    const scope = exampleScope(document, talk);
    return message.blocks.flatMap((block) => shownBlocks(translatedBlock(block, message, language), scope));
  }, [message, language, document, talk]);
}

/** What a message reads while nobody talks. */
export const exampleScope = (document: Document, talk: TriedValues | null): ValueScope => ({
  now: talk?.now ?? 0,
  typeOf: (attribute) => attributeNamed(document, attribute)?.type ?? 'string',
  read: (context, attribute): Json =>
    talk?.read(context, attribute) ?? attributeNamed(document, attribute)?.example ?? `{${context}.${attribute}}`,
});

function shownBlocks(block: MessageBlock, scope: ValueScope): readonly BlockOutput[] {
  const compiled = compileBlock(block);
  if (block.kind !== 'attribute') return [renderBlock(scope, compiled)];
  if (compiled.inlines === null) return [];
  const held = blocksHeld(readReference(compiled.inlines, scope)).filter(({ kind }) => kind !== 'attribute');
  return held.map((inner) => renderBlock(scope, compileBlock(inner)));
}
