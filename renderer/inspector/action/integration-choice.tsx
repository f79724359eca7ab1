import { asId, type IntegrationId } from '../../../shared/model/ids.ts';
import { useEditor } from '../../state/studio.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import type { Trouble } from '../problems-by-ref.ts';

type IntegrationChoiceProps = {
  readonly meaning: string;
  readonly value: IntegrationId | null;
  readonly onChoose: (value: IntegrationId | null) => void;
  /** What no choice means here. */
  readonly none: string;
  readonly troubles: readonly Trouble[];
};

/** The service an action goes through. */
export function IntegrationChoice({ meaning, value, onChoose, none, troubles }: IntegrationChoiceProps) {
  const integrations = useEditor((state) => state.document.tables.integrations);
  const isLost = value !== null && !integrations.has(value);
  return (
    <ChoiceField
      label="Integration"
      meaning={meaning}
      value={value ?? ''}
      choices={[
        { value: '', label: none },
        ...[...integrations.values()].map(({ id, name }) => ({ value: id as string, label: name || id })),
        ...(isLost ? [{ value: value as string, label: `${value} (not there)` }] : []),
      ]}
      troubles={troubles}
      onChoose={(chosen) => onChoose(chosen === '' ? null : asId<IntegrationId>(chosen))}
    />
  );
}
