import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JsonObject } from '../../shared/base/json.ts';
import type { EditorStore } from '../state/editor-store.ts';
import { useStudio } from '../state/studio.ts';

type Given = ReadonlyMap<string, JsonObject>;

const kept = new WeakMap<EditorStore, StoreApi<Given>>();
const nothing: JsonObject = {};

function givenOf(editor: EditorStore): StoreApi<Given> {
  const given = kept.get(editor) ?? createStore<Given>(() => new Map());
  kept.set(editor, given);
  return given;
}

/** What an action was last tried with: remembered while the window is open, whichever form asks. */
export function useGivenArguments(action: string): readonly [JsonObject, (args: JsonObject) => void] {
  const store = givenOf(useStudio().editor);
  const args = useStore(store, (given) => given.get(action) ?? nothing);
  return [args, (next) => store.setState((given) => new Map(given).set(action, next), true)];
}
