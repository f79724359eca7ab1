import type { Path } from '../../persistence/read-problem.ts';
import { pointerOf } from '../../persistence/read-problem.ts';

/** What became of something in the file. Whatever is not listed was mapped as it stands. */
export type FindingOutcome =
  /** Mapped, but not as it stood: the sentence says how. */
  | 'changed'
  /** Mapped as it stands, but it cannot work like that: the sentence says why. */
  | 'doubtful'
  /** Nothing here means the same; kept word for word and written back on export. */
  | 'kept'
  /** Not taken over, and not written back. */
  | 'lost';

export type ImportFinding = {
  /** Where in the file, as a JSON pointer. */
  readonly pointer: string;
  readonly outcome: FindingOutcome;
  readonly sentence: string;
};

/** One record that was made, and what it was made from. */
export type MappedElement = { readonly pointer: string; readonly kind: string; readonly id: string };

export type ImportReport = {
  /** The scenario's own name for itself in the other system. */
  readonly scenario: string;
  readonly mapped: readonly MappedElement[];
  readonly findings: readonly ImportFinding[];
};

/** Collects what an import has to say, in the order of the file. */
export class ReportWriter {
  readonly mapped: MappedElement[] = [];
  readonly #findings: ImportFinding[] = [];

  made(path: Path, kind: string, id: string): void {
    this.mapped.push({ pointer: pointerOf(path), kind, id });
  }

  changed(path: Path, sentence: string): void {
    this.#findings.push({ pointer: pointerOf(path), outcome: 'changed', sentence });
  }

  doubtful(path: Path, sentence: string): void {
    this.#findings.push({ pointer: pointerOf(path), outcome: 'doubtful', sentence });
  }

  kept(path: Path, sentence: string): void {
    this.#findings.push({ pointer: pointerOf(path), outcome: 'kept', sentence });
  }

  lost(path: Path, sentence: string): void {
    this.#findings.push({ pointer: pointerOf(path), outcome: 'lost', sentence });
  }

  finish(scenario: string): ImportReport {
    return { scenario, mapped: this.mapped, findings: this.#findings };
  }
}

/** How many records of each kind were made. */
export function countMapped(report: ImportReport): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of report.mapped) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
