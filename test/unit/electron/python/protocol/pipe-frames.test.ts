import { describe, expect, test } from 'vitest';
import { frameHeader, FrameReader, jsonFrame } from '../../../../../electron/python/protocol/pipe-frames.ts';

const frame = (text: string): Buffer => {
  const body = Buffer.from(text);
  return Buffer.concat([frameHeader(jsonFrame, body.length), body]);
};

describe('frames on a pipe', () => {
  const stream = Buffer.concat([frame('"one"'), frame(''), frame(`"${'x'.repeat(300)}"`)]);
  const texts = ['"one"', '', `"${'x'.repeat(300)}"`];

  test.each([1, 2, 3, 5, 7, 64, 1000])('come out whole, in pieces of %i bytes', (size) => {
    const reader = new FrameReader(1000);
    const seen: string[] = [];
    for (let at = 0; at < stream.length; at += size)
      seen.push(...(reader.take(stream.subarray(at, at + size)) ?? []).map(({ body }) => body.toString()));
    expect(seen).toEqual(texts);
  });

  test('one that says it is longer than it may be is not waited for', () => {
    expect(new FrameReader(1000).take(frameHeader(jsonFrame, 1001))).toBeNull();
  });
});
