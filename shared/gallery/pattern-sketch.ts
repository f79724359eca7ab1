import type { AttributeType } from '../model/attribute-type.ts';
import type { MessageBlock } from '../model/intent-record.ts';

type Common = {
  readonly name: string;
  /** The key of the turn it leads to. */
  readonly leads?: string;
  /** Ends the conversation. */
  readonly ends?: true;
  /** `reference operation value`, as told by `when`. */
  readonly when?: readonly (readonly [reference: string, operation: 'eq' | 'is_set', value?: string])[];
};
/** One thing said, as a pattern is written down. */
export type LineSketch =
  | (Common & {
      readonly user: string;
      readonly says?: readonly string[];
      readonly fills?: readonly string[];
      readonly sets?: readonly (readonly [reference: string, value: string])[];
    })
  | (Common & { readonly app: string; readonly blocks: readonly (string | MessageBlock)[] });

export type TurnSketch = {
  readonly key: string;
  readonly name: string;
  readonly behaviors?: readonly ('STARTING' | 'OPEN')[];
  /** Who speaks first asks; the others answer. */
  readonly lines: readonly LineSketch[];
};

/** A ready conversation, in one scene. Ids are made from its keys and renewed when it is taken in. */
export type PatternSketch = {
  readonly id: string;
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  readonly attributes?: Readonly<Record<string, AttributeType>>;
  readonly turns: readonly TurnSketch[];
};
