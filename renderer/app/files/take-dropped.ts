import type { Point } from '../../../shared/commands/command.ts';
import type { Studio } from '../../state/studio.ts';
import { droppedKind } from './dropped-kind.ts';
import { addCurlAction } from './curl-files.ts';
import { openDropped } from './open-scenario.ts';
import { showImported } from './show-imported.ts';
import { importTranslations } from './translation-files.ts';

/** What is larger is looked at by the host alone, which says so. */
const mostRead = 64 * 1024 * 1024;

type Dropping = {
  readonly pathOf: (file: File) => string;
  /** Where in the window it was let go. */
  readonly at: Point;
};

/** Takes in what was dropped on the window as what it is: one file at a time, and what is none of ours is told. */
export async function takeDropped(studio: Studio, files: readonly File[], { pathOf, at }: Dropping): Promise<void> {
  const [file] = files;
  if (file === undefined) return;
  if (files.length > 1) studio.ui.notify('info', `One file at a time: only “${file.name}” is opened.`);
  if (file.type.startsWith('image/')) return studio.ui.giveToCanvas({ picture: file, at });
  const text = file.size > mostRead ? null : await file.text().catch(() => null);
  const kind = text === null ? 'scenario' : droppedKind(file.name, text);
  // What cannot be read as text, a folder for one, is the host's to refuse.
  if (text === null || kind === 'scenario') {
    const path = pathOf(file);
    if (path !== '') await openDropped(studio, path);
  } else if (kind === 'bundle') studio.ui.openDialog({ kind: 'importBundle', name: file.name, text });
  else if (kind === 'openDialog') await showImported(studio, file.name, text);
  else if (kind === 'translations') importTranslations(studio, file.name, text);
  else if (kind === 'curl') addCurlAction(studio, text);
  else if (text.includes('\0'))
    studio.ui.notify(
      'bad',
      `“${file.name}” is no scenario, action bundle, scenario of OpenDialog, translation, picture or text, so it was not opened.`,
    );
  else studio.ui.giveToCanvas({ text, at });
}
