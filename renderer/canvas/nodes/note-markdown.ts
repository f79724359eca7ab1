import { lazyPart } from '../../ui/lazy-part.tsx';

/** Markdown is read by a library that the first picture of a scenario without notes does not need. */
export const NoteMarkdown = lazyPart<{ readonly text: string }>(
  'The text of a note',
  async () => (await import('../../run/message-text.tsx')).MessageText,
);
