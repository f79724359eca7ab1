import type { Json } from '../../../shared/base/json.ts';
import { defaultContext } from '../../../shared/model/built-in-contexts.ts';
import type { AttributeMember, AttributeType } from '../../../shared/model/attribute-type.ts';
import type { Condition } from '../../../shared/model/condition.ts';
import type { Document } from '../../../shared/model/document.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import { parseReference } from '../../../shared/reference/parse-reference.ts';
import type { EditorStore } from '../../state/editor-store.ts';
import { comparing, constantOf } from './use-talk-values.ts';
import type { TriedValues } from './try-condition.ts';

/** An attribute that conditions look at, as a field for an example of it needs it. */
export type ReadAttribute = {
  /** `context.attribute`. */
  readonly name: string;
  readonly context: string;
  readonly attribute: string;
  readonly type: AttributeType;
  readonly members: readonly AttributeMember[];
  /** The example it is registered with. */
  readonly example: Json;
};

/** Every attribute the conditions look at, once, in the order they do. Constants are as they are. */
export function attributesRead(conditions: readonly Condition[], document: Document): readonly ReadAttribute[] {
  const found = new Map<string, ReadAttribute>();
  for (const { context = defaultContext, attribute } of referencesIn(conditions)) {
    const name = `${context}.${attribute}`;
    if (found.has(name) || constantOf(document, context, attribute) !== null) continue;
    const record = attributeNamed(document, attribute);
    found.set(name, {
      name,
      context,
      attribute,
      type: record?.type ?? 'string',
      members: record?.members ?? [],
      example: record?.example ?? null,
    });
  }
  return [...found.values()];
}

type Named = { readonly context?: string; readonly attribute: string };

function referencesIn(conditions: readonly Condition[]): readonly Named[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === 'group') return referencesIn(condition.conditions);
    return [condition.left, condition.right, condition.upper].flatMap((side) => {
      if (side?.kind !== 'reference') return [];
      const parsed = parseReference(side.reference);
      if (!parsed.ok) return [];
      const { context, attribute } = parsed.value;
      return [context === null ? { attribute } : { context, attribute }];
    });
  });
}

/** What was typed as an example, by `context.attribute`. What is missing is not set. */
export type Example = ReadonlyMap<string, Json>;

/** Conditions tried with an example: nothing is unknown, what was not typed is not set. */
export const exampleValues = (document: Document, example: Example, now: number): TriedValues => ({
  ...comparing(document),
  from: 'example',
  now,
  read: (context, attribute) => example.get(`${context}.${attribute}`) ?? constantOf(document, context, attribute),
});

/** Whether the example counts, what was typed, and when. */
export type KeptExample = { readonly isOn: boolean; readonly example: Example; readonly now: number };

const kept = new WeakMap<EditorStore, Map<string, KeptExample>>();

/** Examples by list of conditions, for as long as the window is open. They are no part of the scenario. */
export function keptExamples(editor: EditorStore): Map<string, KeptExample> {
  const examples = kept.get(editor) ?? new Map<string, KeptExample>();
  kept.set(editor, examples);
  return examples;
}
