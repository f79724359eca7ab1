import { invariant } from '../../../shared/base/invariant.ts';
import { createEditorStore } from '../../../renderer/state/editor-store.ts';
import { atMost, microseconds, type BenchRow } from '../bench-row.ts';
import { heapKept } from '../heap.ts';
import { race } from '../measure.ts';
import { studioScenario } from '../window/studio-scenario.ts';

const records = 5000;
const steps = 10_000;

/** What an edit of one record costs before anything is drawn, and what ten thousand of them leave behind. */
export async function editRows(): Promise<readonly BenchRow[]> {
  const document = studioScenario('Edited', records);
  const ids = [...document.tables.intents.keys()];
  const first = ids[0];
  invariant(first !== undefined, 'a scenario of thousands has a first intent');
  const editor = createEditorStore(document);
  const name = (step: number): string => `Name ${step}`;
  const edit = (step: number): void => {
    const changes = { name: name(step) };
    editor.execute({ kind: 'record.update', table: 'intents', id: ids[step % ids.length] ?? first, changes });
  };
  // The least that can be undone: a record changed where it lies, and how it was.
  const byHand = new Map(document.tables.intents);
  const undo: { readonly id: string; readonly name: string }[] = [];
  const byHandEdit = (step: number): void => {
    const id = ids[step % ids.length] ?? first;
    const before = byHand.get(id);
    if (before === undefined) return;
    undo.push({ id, name: before.name });
    byHand.set(before.id, { ...before, name: name(step) });
    if (undo.length > steps) undo.length = 0;
  };
  let count = 0;
  const times = (work: (step: number) => void) => (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) work((count += 1));
  };
  const { ours, limit } = await race({ ours: times(edit), limit: times(byHandEdit) });

  const kept = createEditorStore(studioScenario('Kept', records));
  const target = [...kept.getState().document.tables.intents.keys()];
  const { bytes } = heapKept(() => {
    for (let step = 0; step < steps; step += 1) {
      const changes = { name: name(step) };
      kept.execute({ kind: 'record.update', table: 'intents', id: target[step % target.length] ?? '', changes });
    }
  });
  return [
    {
      what: 'an edit of one of 5,000 records with its undo, against one by hand',
      ours: microseconds(ours),
      against: microseconds(limit),
      ratio: ours / limit,
      ...atMost(10, ours / limit),
    },
    {
      what: 'memory after 10,000 edits, all of them to be undone, against 5 MB',
      ours: `${(bytes / 1e6).toFixed(1)} MB, ${(bytes / steps).toFixed(0)} bytes each`,
      against: '5 MB',
      ratio: bytes / 5e6,
      ...atMost(1, bytes / 5e6),
    },
  ];
}
