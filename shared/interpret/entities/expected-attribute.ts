import type { AttributeType } from '../../model/attribute-type.ts';

/** An attribute the intent should fill: its bare name (no context) and registered type. */
export type ExpectedAttribute = {
  readonly name: string;
  readonly type: AttributeType;
  /** The only values it may have, each with other words for it. */
  readonly values?: readonly ListedValue[];
  /** What its values look like; the first group is the value, if there is one. */
  readonly pattern?: string;
};

export type ListedValue = { readonly value: string; readonly synonyms: readonly string[] };

/** When and where something was said: what "tomorrow" is told from. */
export type SpokenAt = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly zone: string;
};
