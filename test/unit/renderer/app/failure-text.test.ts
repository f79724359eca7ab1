import { expect, test } from 'vitest';
import { failureText } from '../../../../renderer/app/failure-text.ts';
import { failureCodes } from '../../../../shared/bridge/contract/failure.ts';

test('every failure has words of its own that say what to do, and no code or path is thrown at people', () => {
  const words = failureCodes.map((code) => failureText({ code, detail: 'ENOSPC', path: '/home/ada/shop.parley.json' }));
  expect(new Set(words).size).toBe(failureCodes.length);
  for (const sentence of words) {
    expect(sentence).toMatch(/^[“A-Z].*[.?]$/s);
    expect(sentence).not.toMatch(/ENOSPC|\/home|scenario\.|bridge\./);
    expect(sentence).toMatch(/[.?!:,] /);
  }
});

test('the file is named, whatever the system', () => {
  const opened = (path: string) => failureText({ code: 'scenario.openElsewhere', detail: '', path });
  expect(opened('/home/ada/shop.parley.json')).toContain('“shop.parley.json” is already open in another Parley window');
  expect(opened('C:\\Users\\Ada\\shop.parley.json')).toContain('“shop.parley.json”');
  expect(opened('')).toContain('The file is already open');
});
