import type { LabelledText } from '../../../shared/interpret/workbench/read-labelled-texts.ts';

/** What people say to people around what they want. */
const frames = [
  ['hey could you tell me ', ''],
  ['hi there, I was wondering if you could please help me, ', ''],
  ['good morning, ', ' thank you very much'],
  ['hello, sorry to bother you, but ', ' please'],
  ['hi, I hope you are well, can you ', ' if you do not mind'],
] as const;

/** The same texts, said politely, each in its own way. */
export const saidPolitely = (rows: readonly LabelledText[]): readonly LabelledText[] =>
  rows.map((row, at) => {
    const [before, after] = frames[at % frames.length] ?? ['', ''];
    return { ...row, text: `${before}${row.text}${after}` };
  });
