import type { Readable } from 'node:stream';

/** What a command reads from and writes to; the process itself, or a test. */
export type Terminal = {
  /** Results, and nothing else. */
  readonly out: (text: string) => void;
  /** Problems: one line each. */
  readonly err: (line: string) => void;
  readonly input: Readable;
  /** A person is typing: prompts make sense. */
  readonly isInteractive: boolean;
  readonly env: { readonly [name: string]: string | undefined };
};

export function processTerminal(): Terminal {
  // `parley … | head` closes our output early; that is the reader's right, not our failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`${line}\n`),
    input: process.stdin,
    isInteractive: process.stdin.isTTY && process.stdout.isTTY,
    env: process.env,
  };
}

/** Text from a file or a service may hold orders to a terminal, or turn the line around; they are shown, not obeyed. */
export const forTerminal = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });

export const onOneLine = (text: string): string => forTerminal(text).replace(/\s*\n\s*/g, ' ');
