/** Something of the design that the other format has no words for. `ref` is the record it is about. */
export type ExportFinding = { readonly ref: string; readonly sentence: string };

/** Collects what an export has to leave out. */
export class ExportReport {
  readonly findings: ExportFinding[] = [];

  lost(ref: string, sentence: string): void {
    this.findings.push({ ref, sentence });
  }
}
