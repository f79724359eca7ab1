import { screen } from '@testing-library/react';
import { Inspector } from '../../../../renderer/inspector/inspector.tsx';
import { loadForms } from '../../../../renderer/inspector/lazy-forms.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { Document } from '../../../../shared/model/document.ts';
import type { IntentRecord } from '../../../../shared/model/intent-record.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from '../app/mounted.tsx';

// Forms come when they are first shown; here they are there at once.
await loadForms();

/** A studio with the form of what is selected on screen, and the problems of its document beside the fields. */
export function inspect(document: Document, selection: readonly string[], host?: HostClient): Studio {
  const studio = host === undefined ? aStudio(document) : aStudio(document, host);
  studio.editor.select(selection);
  mount(studio, <Inspector problems={checkScenario(document)} />);
  return studio;
}

export const documentOf = ({ editor }: Studio): Document => editor.getState().document;

export function intentIn(studio: Studio, id: string): IntentRecord {
  const intent = documentOf(studio).tables.intents.get(id);
  if (intent === undefined) throw new Error(`no intent "${id}"`);
  return intent;
}

/** How many steps could be undone. */
export const depth = ({ editor }: Studio): number => editor.getState().history.past?.depth ?? 0;

export const field = (name: string | RegExp): HTMLInputElement => screen.getByRole('textbox', { name });
