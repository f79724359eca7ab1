import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { mostPictureBytes, pictureFault, pictureTypeOf } from '../../../../shared/model/note-picture.ts';
import { toRecord } from '../../../../shared/model/to-record.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

const heads = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
  jpeg: [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1],
  gif: [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0, 0],
  webp: [...Buffer.from('RIFF'), 1, 2, 3, 4, ...Buffer.from('WEBP')],
} as const;
const address = (type: string, bytes: readonly number[]): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

describe('a picture on the canvas', () => {
  test('is known by how it begins', () => {
    for (const [type, bytes] of Object.entries(heads)) {
      expect(pictureTypeOf(bytes)).toBe(`image/${type}`);
      expect(pictureFault(address(type, bytes))).toBeNull();
    }
    expect(pictureTypeOf(Buffer.from('<svg xmlns="…">'))).toBeNull();
    expect(pictureTypeOf(heads.webp.slice(0, 8))).toBeNull();
  });

  test('is nothing else, whatever it says it is', () => {
    const refused = [
      address('svg+xml', [...Buffer.from('<svg onload=1>')]),
      address('png', [...Buffer.from('<svg onload="alert(1)">')]),
      address('png', heads.jpeg),
      `data:image/png,${Buffer.from(heads.png).toString('latin1')}`,
      'https://example.com/a.png',
      'javascript:alert(1)',
      'data:image/png;base64,',
      `${address('png', heads.png)}" onerror="alert(1)`,
      `data:text/html;base64,${Buffer.from(heads.png).toString('base64')}`,
    ];
    for (const one of refused) expect([one, pictureFault(one)]).not.toEqual([one, null]);
  });

  test('is of a bounded size, and one byte more is told', () => {
    const filled = (bytes: number): string =>
      address('png', [...heads.png, ...Array.from({ length: bytes - heads.png.length }, () => 0)]);
    expect(pictureFault(filled(mostPictureBytes))).toBeNull();
    expect(pictureFault(filled(mostPictureBytes + 100))).toContain('512 KB');
  });

  test('comes into a record only when it is one, and a note of before stays as it was', () => {
    const note = { id: 'n', text: 'look', x: 1, y: 2, width: 3, height: 4 };
    expect(unwrap(toRecord('notes', note))).toEqual(note);
    const picture = address('gif', heads.gif);
    expect(unwrap(toRecord('notes', { ...note, form: 'picture', colour: 'data', picture }))).toMatchObject({ picture });
    const [fault] = unwrapFailure(
      toRecord('notes', { ...note, form: 'picture', picture: 'data:image/svg+xml;base64,PHN2Zy8+' }),
    );
    expect(fault).toMatchObject({ path: ['picture'] });
    expect(unwrapFailure(toRecord('notes', { ...note, colour: 'red' }))).toHaveLength(1);
  });
});
