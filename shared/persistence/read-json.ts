import type { Json } from '../base/json.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { readLimits, type ReadLimits } from './read-limits.ts';
import { problemAt, type ReadProblem } from './read-problem.ts';
import { scanJson } from './scan-json.ts';
import { findUnfinishedMerge, problemOfMerge } from './unfinished-merge.ts';

/**
 * JSON from a stranger: any bytes give a value or problems, in time and memory in proportion to the limits. Nothing is
 * built before the text was checked from end to end, and nothing in it can reach a prototype.
 */
export function readJson(source: Uint8Array | string, limits: ReadLimits = readLimits): Result<Json, ReadProblem[]> {
  const read = readScanned(source, limits);
  if (!read.ok) return read;
  const { text, findings } = read.value;
  return findings.length > 0 ? fail([...findings]) : succeed(JSON.parse(text) as Json);
}

/** The same, but what could be left out is left out and told: for repairing. */
export function readDamagedJson(
  source: Uint8Array | string,
  limits: ReadLimits = readLimits,
): Result<{ readonly json: Json; readonly leftOut: readonly ReadProblem[] }, ReadProblem[]> {
  const read = readScanned(source, limits);
  const merge = read.ok || typeof source !== 'string' ? null : findUnfinishedMerge(source);
  const ours = merge === null ? read : readScanned(merge.ours, limits);
  if (!ours.ok) return read.ok ? ours : read;
  const { text, findings } = ours.value;
  const told = merge === null ? [] : [problemOfMerge(merge)];
  return succeed({ json: JSON.parse(text, withoutPrototypeKeys) as Json, leftOut: [...told, ...findings] });
}

type Scanned = { readonly text: string; readonly findings: readonly ReadProblem[] };

function readScanned(source: Uint8Array | string, limits: ReadLimits): Result<Scanned, ReadProblem[]> {
  if (source.length > limits.bytes) {
    const [most, found] = [limits.bytes, source.length].map((bytes) => Math.ceil(bytes / (1024 * 1024)));
    return fail([problemAt([], `Expected at most ${most} MB, found ${found} MB.`)]);
  }
  const decoded = typeof source === 'string' ? succeed(source) : decodeUtf8(source);
  if (!decoded.ok) return fail([decoded.failure]);
  const { fatal, findings } = scanJson(decoded.value, limits);
  if (fatal === null) return succeed({ text: decoded.value, findings });
  const merge = findUnfinishedMerge(decoded.value);
  return fail(merge === null ? [...findings, fatal] : [problemOfMerge(merge)]);
}

function withoutPrototypeKeys(this: unknown, key: string, value: unknown): unknown {
  if (key === '__proto__') return undefined;
  const reaches =
    key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
  return reaches ? undefined : value;
}
