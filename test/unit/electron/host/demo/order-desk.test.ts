import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../../shared/base/json.ts';
import { createOrderDesk, type DeskAnswer } from '../../../../../electron/host/demo/order-desk.ts';

function openDesk(): {
  readonly get: (path: string, query?: Record<string, string>) => DeskAnswer;
  readonly post: (path: string, body: Json) => DeskAnswer;
} {
  const desk = createOrderDesk();
  const split = (path: string): string[] => path.split('/').filter((segment) => segment !== '');
  return {
    get: (path, query = {}) =>
      desk({ method: 'GET', path: split(path), query: new URLSearchParams(query), body: null }),
    post: (path, body) => desk({ method: 'POST', path: split(path), query: new URLSearchParams(), body }),
  };
}

const ada = { email: 'ada@example.com' };

describe('orders', () => {
  test('are found by number and e-mail together, however they are written', () => {
    const found = openDesk().get('/orders/a-1001', { email: ' Ada@Example.com ' });
    expect(found).toEqual({
      status: 200,
      body: {
        orderId: 'A-1001',
        email: 'ada@example.com',
        status: 'shipped',
        items: ['Desk lamp', 'Light bulb (2)'],
        tracking: 'https://track.example.com/PX-20418',
        estimatedDelivery: 'Friday',
        total: 64.5,
        currency: 'EUR',
        isRefunded: false,
        isCancellable: false,
      },
    });
  });

  test("read alike when the number is wrong and when it is somebody else's", () => {
    const desk = openDesk();
    const error = 'Order not found. Please check the order number and the e-mail address.';
    expect(desk.get('/orders/A-9999', ada)).toEqual({ status: 404, body: { error } });
    expect(desk.get('/orders/A-1003', ada)).toEqual({ status: 404, body: { error } });
    expect(desk.get('/orders/A-1001').status).toBe(400);
  });
});

describe('refunds', () => {
  const asked = { orderId: 'A-1002', reason: 'changed my mind' };

  test('happen once: the order remembers', () => {
    const desk = openDesk();
    expect(desk.post('/refunds', asked)).toEqual({
      status: 200,
      body: { orderId: 'A-1002', refundId: 'R-1', refundedAmount: 189, currency: 'EUR' },
    });
    expect(desk.get('/orders/A-1002', ada).body).toMatchObject({
      status: 'refunded',
      isRefunded: true,
      isCancellable: false,
      estimatedDelivery: null,
    });
    expect(desk.post('/refunds', asked)).toEqual({
      status: 409,
      body: { error: 'This order has already been refunded.' },
    });
    // Another desk is another shop: nothing is kept beyond it.
    expect(openDesk().get('/orders/A-1002', ada).body['isRefunded']).toBe(false);
  });

  test.each([
    ['a parcel on its way', { orderId: 'A-1001', reason: 'late' }, 422],
    ['an order refunded long ago', { orderId: 'A-1005', reason: 'again' }, 409],
    ['an order nobody made', { orderId: 'A-9999', reason: 'x' }, 404],
    ['no reason', { orderId: 'A-1002', reason: ' ' }, 400],
    ['a body that is a list', [1], 400],
    ['a number for a number', { orderId: 7, reason: 'x' }, 400],
  ])('are refused for %s', (_what, body, status) => {
    const refused = openDesk().post('/refunds', body);
    expect(refused).toEqual({ status, body: { error: expect.any(String) as string } });
  });
});

describe('stock', () => {
  test('is counted in one store or in all', () => {
    const desk = openDesk();
    expect(desk.get('/stock/P-200', { store: 'Porto' }).body).toEqual({
      productId: 'P-200',
      name: 'Office chair',
      store: 'porto',
      inStock: false,
      quantity: 0,
      nextDelivery: 'Tuesday',
    });
    expect(desk.get('/stock/P-200').body).toMatchObject({ store: 'all', inStock: true, quantity: 6 });
    expect(desk.get('/stock/P-999')).toEqual({ status: 404, body: { error: 'There is no product P-999.' } });
    expect(desk.get('/stock/P-100', { store: 'paris' }).status).toBe(404);
  });
});

describe('callbacks', () => {
  test('take a slot once, however it is worded', () => {
    const desk = openDesk();
    const phone = '+44 20 7946 0100';
    expect(desk.post('/callbacks', { phone, when: 'Tuesday 10:00' })).toEqual({
      status: 201,
      body: { callbackId: 'C-1', phone, when: 'Tuesday 10:00' },
    });
    expect(desk.post('/callbacks', { phone, when: 'on tuesday  at 10:00' }).status).toBe(409);
    expect(desk.post('/callbacks', { phone, when: 'Monday 10:00' }).status).toBe(409);
    expect(desk.post('/callbacks', { phone: '12 34', when: 'Friday 9:00' }).status).toBe(422);
    expect(desk.post('/callbacks', { phone, when: 'Friday 9:00' }).body).toMatchObject({ callbackId: 'C-2' });
  });
});

test('there is nothing anywhere else', () => {
  const desk = openDesk();
  expect(
    [desk.get('/'), desk.get('/orders'), desk.get('/orders/A-1001/items', ada), desk.post('/stock/P-100', {})].map(
      ({ status }) => status,
    ),
  ).toEqual([404, 404, 404, 404]);
});
