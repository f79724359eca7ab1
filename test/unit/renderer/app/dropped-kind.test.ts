import { expect, test } from 'vitest';
import { droppedKind } from '../../../../renderer/app/files/dropped-kind.ts';

test.each([
  ['shop.parley.json', '{"format": "parley.scenario", "version": 1}', 'scenario'],
  ['renamed.txt', '{"format": "parley.scenario", "version": 1}', 'scenario'],
  ['damaged.parley.json', '{"format": "parley.sc', 'scenario'],
  ['odd.parley.json', '{"format": "something else"}', 'scenario'],
  ['actions.json', '{"format": "parley.bundle", "version": 1}', 'bundle'],
  ['theirs.json', '{"od_id": "shop", "conversations": []}', 'openDialog'],
  ['package.json', '{"name": "x"}', 'other'],
  ['list.json', '[1, 2]', 'other'],
  ['shop.csv', 'id,en,de', 'translations'],
  ['said.csv', 'text,intent\nwhere is it,where', 'other'],
  ['shop.xlf', '<xliff/>', 'translations'],
  ['call.sh', "curl https://api.example.com -H 'X: 1'", 'curl'],
  ['picture.png', '\uFFFDPNG', 'other'],
])('%s is known by what is in it', (name, text, kind) => expect(droppedKind(name, text)).toBe(kind));
