import { expect, test } from 'vitest';
import { attributeName } from '../../../../../renderer/canvas/wires/attribute-name.ts';

test.each([
  ['orderId', 'order_id'],
  ['Order ID', 'order_id'],
  ['HTTPStatus', 'http_status'],
  ['status', 'status'],
  ['Größe', 'gro_e'],
  ['prénom', 'prenom'],
  ['42nd street', 'nd_street'],
  ['__proto__', 'proto'],
  ['価格', 'value'],
])('%s becomes %s', (text, name) => {
  expect(attributeName(text)).toBe(name);
});
