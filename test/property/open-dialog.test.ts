import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json } from '../../shared/base/json.ts';
import { exportOpenDialog, printOpenDialog } from '../../shared/exchange/opendialog/export-open-dialog.ts';
import { importOpenDialog } from '../../shared/exchange/opendialog/import-open-dialog.ts';
import { readMarkup } from '../../shared/exchange/markup/read-markup.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { readScenario } from '../../shared/persistence/read-scenario.ts';
import { unwrap } from '../builders/unwrap.ts';
import { anyOpenDialog } from './any-open-dialog.ts';
import { randomScenario } from './random-scenario.ts';

describe('scenarios of OpenDialog', () => {
  test('[O1] any bytes give a scenario or say why not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.uint8Array()), (source) => {
        const imported = importOpenDialog(source);
        expect(imported.ok ? 1 : imported.failure.length).toBeGreaterThan(0);
      }),
    );
  });

  test('[O1] any scenario gives a document that is written and read like any other', () => {
    fc.assert(
      fc.property(anyOpenDialog, (file) => {
        const text = printScenario(unwrap(importOpenDialog(JSON.stringify(file))).document);
        expect(printScenario(unwrap(readScenario(text)).document)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  test('[O2] import, export and import again is a fixed point', () => {
    fc.assert(
      fc.property(anyOpenDialog, (file) => {
        const first = unwrap(importOpenDialog(JSON.stringify(file)));
        const exported = exportOpenDialog(first.document);
        const second = unwrap(importOpenDialog(printOpenDialog(exported)));
        expect(printScenario(second.document)).toBe(printScenario(first.document));
        expect(exportOpenDialog(second.document).scenario).toEqual(exported.scenario);
      }),
      { numRuns: 200 },
    );
  });

  test('[O3] nothing is lost in silence: whatever is not written back as it was is in the report', () => {
    fc.assert(
      fc.property(anyOpenDialog, (file) => {
        const { document, report } = unwrap(importOpenDialog(JSON.stringify(file)));
        const told = report.findings.map(({ pointer }) => pointer);
        const silent = differences(file, exportOpenDialog(document).scenario, '').filter(
          (pointer) => !told.some((one) => isWithin(pointer, one)),
        );
        expect(silent).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('[O2] what was made here is exported whole, and what comes back is a fixed point', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const first = unwrap(importOpenDialog(printOpenDialog(exportOpenDialog(randomScenario(seed)))));
      const exported = exportOpenDialog(first.document);
      const second = unwrap(importOpenDialog(printOpenDialog(exported)));
      expect(printScenario(second.document)).toBe(printScenario(first.document));
    }
  });
});

/** Pointers to everything in `before` that is not in `after`; what says nothing need not come back. */
function differences(before: Json | undefined, after: Json | undefined, pointer: string): string[] {
  if (before === undefined || saysNothing(before) || JSON.stringify(before) === JSON.stringify(after)) return [];
  // Behaviours are a set.
  if (pointer.endsWith('/behaviors') && Array.isArray(before) && Array.isArray(after))
    return before.flatMap((item: Json, index) => (after.includes(item) ? [] : [`${pointer}/${index}`]));
  if (pointer.endsWith('/message_markup')) return sameMessage(before, after) ? [] : [pointer];
  if (isJsonObject(before) && after !== undefined && isJsonObject(after))
    return Object.keys(before).flatMap((key) =>
      differences(before[key], after[key], `${pointer}/${key.replaceAll('/', '~1')}`),
    );
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((item: Json, index) => differences(item, after[index] as Json, `${pointer}/${index}`));
  return [pointer];
}

/** A list that lost an item is told at the item. */
const isWithin = (pointer: string, told: string): boolean =>
  pointer === told || pointer.startsWith(`${told}/`) || told.startsWith(`${pointer}/`);

const saysNothing = (value: Json): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.values(value).every((item: Json) => saysNothing(item)));

const sameMessage = (before: Json, after: Json | undefined): boolean =>
  typeof before === 'string' &&
  typeof after === 'string' &&
  JSON.stringify(readMarkup(before).blocks) === JSON.stringify(readMarkup(after).blocks);
