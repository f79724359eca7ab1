import { appendFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

const cap = 1024 * 1024;

/** Writes our own bugs where their reader can find them. Never throws: it is the last to hear of anything. */
export function createFaultLog(path: string): (fault: unknown) => void {
  return (fault) => {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    const line = `${new Date().toISOString()} ${text}\n`;
    process.stderr.write(line);
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > cap) truncateSync(path);
      appendFileSync(path, line, { mode: 0o600 });
    } catch {
      return;
    }
  };
}

/** What nobody caught is written down, and the app goes on: the work is in the journal either way. */
export function hearFaults(reportFault: (fault: unknown) => void): void {
  process.on('uncaughtException', reportFault);
  process.on('unhandledRejection', reportFault);
}
