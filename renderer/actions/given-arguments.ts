import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JsonObject } from '../../shared/base/json.ts';
import type { Document } from '../../shared/model/document.ts';
import { recallTried, rememberTried } from '../inspector/action/try-memory.ts';
import type { EditorStore } from '../state/editor-store.ts';
import { useStudio } from '../state/studio.ts';

type Given = ReadonlyMap<string, JsonObject>;

const kept = new WeakMap<EditorStore, StoreApi<Given>>();

function givenOf(editor: EditorStore): StoreApi<Given> {
  const given = kept.get(editor) ?? createStore<Given>(() => new Map());
  kept.set(editor, given);
  return given;
}

/** What an action was last tried with: remembered on this machine, whichever form asks; the sensitive only meanwhile. */
export function useGivenArguments(action: string): readonly [JsonObject, (args: JsonObject) => void] {
  const { editor } = useStudio();
  const store = givenOf(editor);
  const { scenario } = editor.getState().document;
  const args = useStore(store, (given) => given.get(action)) ?? recalled(store, scenario.id, action);
  return [
    args,
    (next) => {
      store.setState((given) => new Map(given).set(action, next), true);
      rememberTried(scenario.id, action, withoutSensitive(editor.getState().document, action, next));
    },
  ];
}

const recall = new WeakMap<StoreApi<Given>, Map<string, JsonObject>>();

/** Read once for each action, so that the same values are the same object. */
function recalled(store: StoreApi<Given>, scenario: string, action: string): JsonObject {
  const known = recall.get(store) ?? new Map<string, JsonObject>();
  recall.set(store, known);
  const key = `${scenario} ${action}`;
  const args = known.get(key) ?? recallTried(scenario, action);
  known.set(key, args);
  return args;
}

/** Nobody may read what an input or an attribute of its name says is sensitive. */
function withoutSensitive(document: Document, action: string, args: JsonObject): JsonObject {
  const inputs = document.tables.actions.get(action)?.inputs ?? [];
  const attributes = document.tables.attributes.valueSeq();
  const isSensitive = (name: string): boolean =>
    inputs.some((input) => input.name === name && input.sensitive) ||
    attributes.some((attribute) => attribute.name === name && attribute.sensitive);
  return Object.fromEntries(Object.entries(args).filter(([name]) => !isSensitive(name)));
}
