import { spawn } from 'node:child_process';
import type { Interpreter } from '../interpreter/interpreter.ts';
import type { HostMessage } from '../protocol/host-message.ts';
import { longestPayload } from '../protocol/interpreter-message.ts';
import { bytesFrame, frameHeader, FrameReader, jsonFrame } from '../protocol/pipe-frames.ts';
import { createInbox } from '../run/inbox.ts';

export type ChildFiles = {
  /** Node 24 or newer. */
  readonly node: string;
  /** What the child runs, and the folders it is made of: all it can read besides the next two. */
  readonly entry: string;
  readonly codeFolders: readonly string[];
  readonly pyodideFolder: string;
  readonly snapshot: string | null;
};

/** A snapshot is the longest thing a child ever says. */
const longestFrame = 128 * 1024 * 1024;

/**
 * Python in a process under Node's permission model: it reads its own code, writes nothing, starts nothing, and has no
 * environment. A weaker wall than a browser's, since Node 24 has no permission for sockets; the realm inside has none.
 */
export function startChildInterpreter(files: ChildFiles): Interpreter {
  const readable = [...files.codeFolders, files.pyodideFolder, ...(files.snapshot === null ? [] : [files.snapshot])];
  const child = spawn(
    files.node,
    [
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      '--disallow-code-generation-from-strings',
      '--no-addons',
      '--no-warnings',
      '--max-old-space-size=256',
      files.entry,
      files.pyodideFolder,
      files.snapshot ?? '',
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true },
  );
  const messages = createInbox<unknown>();
  const exit = createInbox<string>();
  let complaint = '';
  const reader = new FrameReader(Math.max(longestFrame, longestPayload));
  child.stdout.on('data', (piece: Buffer) => {
    const frames = reader.take(piece);
    if (frames === null) child.kill('SIGKILL');
    for (const { kind, body } of frames ?? [])
      messages.put(kind === bytesFrame ? new Uint8Array(body) : parseOrNull(body));
  });
  child.stderr.on('data', (piece: Buffer) => (complaint = (complaint + piece.toString('utf8')).slice(-2000)));
  // A pipe to a process that is gone is no news: the exit tells.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => exit.put(error.message));
  // After everything it said was heard.
  child.on('close', (code, signal) => exit.put(lastWords(complaint, code, signal)));
  return {
    post: (message: HostMessage) => {
      const body = Buffer.from(JSON.stringify(message));
      child.stdin.write(frameHeader(jsonFrame, body.length));
      child.stdin.write(body);
    },
    onMessage: messages.listen,
    onExit: exit.listen,
    // It goes by its own clock: nothing reaches a thread that never pauses.
    interrupt: () => undefined,
    kill: () => void child.kill('SIGKILL'),
  };
}

function lastWords(complaint: string, code: number | null, signal: string | null): string {
  const fatal = /FATAL ERROR: .*|Error: .*/.exec(complaint)?.[0];
  return fatal ?? (signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`);
}

function parseOrNull(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
