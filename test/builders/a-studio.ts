import { createHostClient, type HostClient } from '../../shared/bridge/client.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import type { Document } from '../../shared/model/document.ts';
import { createEditorStore } from '../../renderer/state/editor-store.ts';
import { createRunStore } from '../../renderer/state/create-run-store.ts';
import { createUiStore } from '../../renderer/state/ui-store.ts';
import { startJournal } from '../../renderer/state/autosave.ts';
import type { Studio } from '../../renderer/state/studio.ts';
import { preferencesSchema } from '../../shared/bridge/contract/app-contract.ts';

/** A host that must not be asked anything. */
export const noHost: HostClient = createHostClient({
  request: (method) => Promise.reject(new Error(`this test has no host for ${method}`)),
  onEvent: () => () => undefined,
});

/** Everything a panel may need, around a document. */
export function aStudio(document: Document, host: HostClient = noHost): Studio {
  const editor = createEditorStore(document);
  const ui = createUiStore(preferencesSchema.parse({}));
  const run = createRunStore(host);
  const journal = startJournal(editor, host, printScenario, (failure) => ui.notify('bad', failure.code));
  return { host, editor, ui, run, journal, platform: 'linux', version: '0.0.0-test' };
}
