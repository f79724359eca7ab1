import { expect, test } from 'vitest';
import { paletteEntries } from '../../../../renderer/palette/palette-entries.ts';
import { printPaletteItem, readPaletteItem } from '../../../../renderer/palette/palette-item.ts';

test('everything in the palette survives the drag', () => {
  const items = paletteEntries.map((entry) => entry.item);
  expect(items).toHaveLength(26);
  expect(items.map((item) => readPaletteItem(printPaletteItem(item)))).toEqual(items);
});

test('what another program drops here is nothing of ours', () => {
  const strange = ['', 'null', '[]', '7', '{', '{"item":"intent"}', '{"item":"intent","speaker":"DOG"}'];
  const near = ['{"item":"action","actionKind":"perl"}', '{"item":"context","context":"a b"}', '{"item":"__proto__"}'];
  expect([...strange, ...near].map(readPaletteItem)).toEqual([...strange, ...near].map(() => null));
});
