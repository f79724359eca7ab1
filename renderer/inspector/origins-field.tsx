import type { TurnRecord } from '../../shared/model/design-records.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { childIds } from '../../shared/model/document.ts';
import { useEditor } from '../state/studio.ts';
import type { Edit } from './edit.ts';
import { FieldFrame } from './fields/field-frame.tsx';
import { SearchPicker, type PickOption } from './fields/search-picker.tsx';
import { Section } from './fields/section.tsx';
import { TokenList } from './fields/token-list.tsx';
import { iconOf, intentIdPicks } from './picks.tsx';

/** After what a turn may be entered although it is not open: turns of its scene, or intents. */
export function OriginsField({ edit }: { readonly edit: Edit<TurnRecord> }) {
  const document = useEditor((state) => state.document);
  const { validOrigins, scene, id } = edit.value;
  const turns = (): PickOption[] =>
    childIds(document, scene)
      .filter((turn) => turn !== id)
      .map((turn) => ({ value: turn, label: nameOf(document, turn), detail: 'turn', icon: iconOf(document, turn) }));
  const picks = (): PickOption[] =>
    [...turns(), ...intentIdPicks(document, null)].filter(({ value }) => !validOrigins.includes(value));
  const known = (origin: string): boolean =>
    document.tables.turns.has(origin) ||
    document.tables.intents.some((intent) => intent.intentId === origin || intent.id === origin);
  return (
    <Section
      title="Valid origins"
      name="turns.origins"
      count={validOrigins.length}
      startsOpen={validOrigins.length > 0}
    >
      <FieldFrame label="May follow" meaning="Even when this turn is not open">
        {(control) => (
          <SearchPicker
            control={control}
            picks={picks}
            chosen={null}
            empty="Choose a turn or an intent"
            onPick={(origin) => edit.set({ validOrigins: [...validOrigins, origin] })}
          />
        )}
      </FieldFrame>
      <TokenList
        label="Valid origins"
        tokens={validOrigins.map((origin) => ({
          value: origin,
          label: document.homes.has(origin) ? nameOf(document, origin) : origin,
          isLost: !known(origin),
        }))}
        onRemove={(origin) => edit.set({ validOrigins: validOrigins.filter((one) => one !== origin) })}
      />
    </Section>
  );
}
