import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { useEditor } from '../../state/studio.ts';
import type { Edit } from '../edit.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import { SearchPicker } from '../fields/search-picker.tsx';
import { TokenList } from '../fields/token-list.tsx';
import { intentIdPicks } from '../picks.tsx';

/** After which intents this one is preferred to others that fit as well. */
export function ListensFor({ edit }: { readonly edit: Edit<IntentRecord> }) {
  const document = useEditor((state) => state.document);
  const { listensFor } = edit.value;
  const isKnown = (id: string): boolean =>
    document.homes.has(id) || document.tables.intents.some((intent) => intent.intentId === id);
  const set = (next: readonly string[]): void => void edit.set({ listensFor: next });
  return (
    <>
      <FieldFrame label="Listens for" meaning="Preferred right after these intents">
        {(control) => (
          <SearchPicker
            control={control}
            picks={() => intentIdPicks(document, null).filter(({ value }) => !listensFor.includes(value))}
            chosen={null}
            empty="Choose an intent"
            onPick={(id) => set([...listensFor, id])}
          />
        )}
      </FieldFrame>
      <TokenList
        label="Listens for"
        tokens={listensFor.map((id) => ({
          value: id,
          label: id,
          isLost: !isKnown(id),
        }))}
        onRemove={(id) => set(listensFor.filter((one) => one !== id))}
      />
    </>
  );
}
