import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { describeValue } from '../../model/describe-issue.ts';
import type { Path } from '../../persistence/read-problem.ts';
import type { ReportWriter } from './import-report.ts';

/** What a record keeps of the file beyond what the model knows; `extras` of the record hold it under this name. */
export const extrasKey = 'opendialog';

/** Bookkeeping of the other system, made anew by whoever imports the file. */
const bookkeeping: ReadonlySet<string> = new Set(['id', 'uid', 'created_at', 'updated_at', 'status', 'active']);

/**
 * Takes an object of the file apart, key by key. Whatever nobody took is kept for the way back, and told: so nothing
 * gets lost in silence.
 */
export class FieldReader {
  readonly path: Path;
  readonly report: ReportWriter;
  readonly extras: Record<string, Json> = {};
  readonly #source: JsonObject;
  readonly #taken = new Set<string>();

  constructor(source: JsonObject, path: Path, report: ReportWriter) {
    this.#source = source;
    this.path = path;
    this.report = report;
  }

  at(key: string | number): Path {
    return [...this.path, key];
  }

  take(key: string): Json | undefined {
    this.#taken.add(key);
    return Object.hasOwn(this.#source, key) ? this.#source[key] : undefined;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#source, key);
  }

  /** A text; null and nothing are the empty one. */
  text(key: string): string {
    const value = this.take(key);
    if (typeof value === 'string') return value;
    if (value === undefined || value === null) return '';
    if (typeof value === 'object') {
      this.report.lost(this.at(key), `Expected text, found ${describeValue(value)}.`);
      return '';
    }
    this.report.changed(this.at(key), `${describeValue(value)} was read as text.`);
    return String(value);
  }

  list(key: string): readonly Json[] {
    const value = this.take(key);
    if (Array.isArray(value)) return value as readonly Json[];
    if (value !== undefined && value !== null)
      this.report.lost(this.at(key), `Expected a list, found ${describeValue(value)}.`);
    return [];
  }

  /** The objects of a list, each with a reader of its own; anything else in it is told. */
  objects(key: string): FieldReader[] {
    return this.list(key).flatMap((item, index) => {
      const path = [...this.at(key), index];
      if (isJsonObject(item)) return [new FieldReader(item, path, this.report)];
      this.report.lost(path, `Expected an object, found ${describeValue(item)}.`);
      return [];
    });
  }

  texts(key: string): string[] {
    return this.list(key).flatMap((item, index) => {
      if (typeof item === 'string') return [item];
      this.report.lost([...this.at(key), index], `Expected text, found ${describeValue(item)}.`);
      return [];
    });
  }

  /** Keeps a value for the way back under its own key. */
  keep(key: string, value: Json, sentence: string, path: Path = this.at(key)): void {
    this.extras[key] = value;
    this.report.kept(path, sentence);
  }

  /** The extras of the record: all that was kept, and every key nobody took. */
  end(): { extras?: JsonObject } {
    for (const [key, value] of Object.entries(this.#source)) {
      if (this.#taken.has(key)) continue;
      if (bookkeeping.has(key)) this.report.lost(this.at(key), `"${key}" belongs to the system the file comes from.`);
      else this.keep(key, value, `"${key}" is unknown here.`);
    }
    return Object.keys(this.extras).length === 0 ? {} : { extras: { [extrasKey]: this.extras } };
  }
}

/** What an import kept of a record. */
export function keptBy(record: { readonly extras?: JsonObject | undefined }): JsonObject {
  const kept = record.extras?.[extrasKey];
  return kept !== undefined && isJsonObject(kept) ? kept : {};
}
