import { useMemo, useState } from 'react';
import type { Json } from '../../../shared/base/json.ts';
import type { Condition } from '../../../shared/model/condition.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import {
  attributesRead,
  exampleValues,
  keptExamples,
  type Example,
  type KeptExample,
  type ReadAttribute,
} from './example-values.ts';
import type { TriedValues } from './try-condition.ts';
import { useTalkValues } from './use-talk-values.ts';

/** What a list of conditions is tried with, and the example that can be typed for it. */
export type Trial = {
  /** Null while no talk runs and no example is asked for. */
  readonly values: TriedValues | null;
  /** Whether the example is what counts. */
  readonly isOn: boolean;
  readonly attributes: readonly ReadAttribute[];
  readonly example: Example;
  readonly place: string;
  readonly hasTalk: boolean;
  readonly toggle: () => void;
  readonly set: (name: string, value: Json) => void;
};

/** `place` is the list's; its example is kept under it while the window is open. */
export function useTrial(place: string, conditions: readonly Condition[]): Trial {
  const { editor } = useStudio();
  const document = useEditor((state) => state.document);
  const talk = useTalkValues();
  const kept = keptExamples(editor);
  const [{ isOn, example, now }, setState] = useState(() => kept.get(place) ?? nothingTyped);
  const attributes = useMemo(() => attributesRead(conditions, document), [conditions, document]);
  const keep = (next: KeptExample): void => {
    kept.set(place, next);
    setState(next);
  };
  // What nobody has typed yet is what the talk holds, or what the attribute is registered with.
  const filled = useMemo(() => {
    const first = ({ context, attribute, example: registered }: ReadAttribute): Json =>
      talk?.read(context, attribute) ?? registered;
    return new Map(
      attributes.map((one) => [one.name, example.get(one.name) ?? (example.has(one.name) ? null : first(one))]),
    );
  }, [attributes, example, talk]);
  const tried = useMemo(() => exampleValues(document, filled, now), [document, filled, now]);
  return {
    values: isOn ? tried : talk,
    isOn,
    attributes,
    example: filled,
    place,
    hasTalk: talk !== null,
    toggle: () => keep({ isOn: !isOn, example, now: Date.now() }),
    set: (name, value) =>
      keep({ isOn, example: new Map(example).set(name, value === '' ? null : value), now: Date.now() }),
  };
}

const nothingTyped: KeptExample = { isOn: false, example: new Map(), now: 0 };
