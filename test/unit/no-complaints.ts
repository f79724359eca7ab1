import { afterEach, beforeEach } from 'vitest';

/** What libraries complain about is a fault of ours: a warning nobody reads is one nobody mends. */
const complaints: string[] = [];
const loud = ['error', 'warn'] as const;
const spoken = { error: console.error, warn: console.warn };

beforeEach(() => {
  for (const level of loud)
    console[level] = (...words: readonly unknown[]) => {
      complaints.push(words.map(String).join(' ').slice(0, 400));
      spoken[level](...words);
    };
});

afterEach(() => {
  for (const level of loud) console[level] = spoken[level];
  const heard = complaints.splice(0);
  if (heard.length > 0) throw new Error(`Something complained on the console: ${heard.join('\n')}`);
});
