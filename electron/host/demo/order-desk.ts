import type { Json, JsonObject } from '../../../shared/base/json.ts';
import { isJsonObject } from '../../../shared/base/json.ts';
import { orders, products, slotsTaken, stores, type Order, type Product } from './order-desk-data.ts';

export type DeskRequest = {
  readonly method: string;
  /** Decoded, without the empty ends: `['orders', 'A-1001']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Json;
};
export type DeskAnswer = { readonly status: number; readonly body: JsonObject };
export type OrderDesk = (request: DeskRequest) => DeskAnswer;

type Shop = {
  readonly orders: Map<string, Order>;
  readonly products: ReadonlyMap<string, Product>;
  readonly slots: Set<string>;
  refunds: number;
  callbacks: number;
};

/** A small shop with a memory: what was refunded stays refunded, a booked slot stays booked. No sockets in here. */
export function createOrderDesk(): OrderDesk {
  const shop: Shop = {
    orders: new Map(orders.map((order) => [order.orderId, order])),
    products: new Map(products.map((product) => [product.productId, product])),
    slots: new Set(slotsTaken.map(slotKey)),
    refunds: 0,
    callbacks: 0,
  };
  return (request) => {
    const [resource = '', id = '', ...rest] = request.path;
    const place = rest.length === 0 ? `${request.method} ${resource}${id === '' ? '' : '/*'}` : '';
    if (place === 'GET orders/*') return findOrder(shop, id, request.query);
    if (place === 'POST refunds') return refund(shop, request.body);
    if (place === 'GET stock/*') return stockOf(shop, id, request.query);
    if (place === 'POST callbacks') return bookCallback(shop, request.body);
    return refuse(404, `There is nothing at ${request.method} /${request.path.join('/')}.`);
  };
}

function findOrder(shop: Shop, orderId: string, query: URLSearchParams): DeskAnswer {
  const email = (query.get('email') ?? '').trim().toLowerCase();
  if (email === '') return refuse(400, 'Give the e-mail address the order was made with.');
  const order = shop.orders.get(orderId.trim().toUpperCase());
  // A wrong e-mail address reads like a wrong number, so that nobody learns which orders exist.
  if (order?.email !== email)
    return refuse(404, 'Order not found. Please check the order number and the e-mail address.');
  return { status: 200, body: describe(order) };
}

function refund(shop: Shop, body: Json): DeskAnswer {
  const orderId = textIn(body, 'orderId').toUpperCase();
  if (orderId === '' || textIn(body, 'reason') === '') return refuse(400, 'Give an order number and a reason.');
  const order = shop.orders.get(orderId);
  if (order === undefined) return refuse(404, 'Order not found. Please check the order number.');
  if (order.status === 'refunded') return refuse(409, 'This order has already been refunded.');
  if (!isCancellable(order)) return refuse(422, 'This order cannot be refunded in its current state.');
  shop.orders.set(orderId, { ...order, status: 'refunded', estimatedDelivery: null });
  shop.refunds += 1;
  return {
    status: 200,
    body: { orderId, refundId: `R-${shop.refunds}`, refundedAmount: order.total, currency: 'EUR' },
  };
}

function stockOf(shop: Shop, productId: string, query: URLSearchParams): DeskAnswer {
  const product = shop.products.get(productId.trim().toUpperCase());
  if (product === undefined) return refuse(404, `There is no product ${productId}.`);
  const store = (query.get('store') ?? '').trim().toLowerCase();
  const asked = stores.filter((name) => store === '' || name === store);
  if (asked.length === 0) return refuse(404, `There is no store ${store}.`);
  const quantity = asked.reduce((sum, name) => sum + (product.stock[name] ?? 0), 0);
  return {
    status: 200,
    body: {
      productId: product.productId,
      name: product.name,
      store: store === '' ? 'all' : store,
      inStock: quantity > 0,
      quantity,
      nextDelivery: product.nextDelivery,
    },
  };
}

function bookCallback(shop: Shop, body: Json): DeskAnswer {
  const phone = textIn(body, 'phone');
  const when = textIn(body, 'when');
  if (phone === '' || when === '') return refuse(400, 'Give a phone number and a time.');
  if (phone.replace(/\D/g, '').length < 6) return refuse(422, 'That does not look like a phone number.');
  if (shop.slots.has(slotKey(when))) return refuse(409, 'That time is already taken. Please choose another.');
  shop.slots.add(slotKey(when));
  shop.callbacks += 1;
  return { status: 201, body: { callbackId: `C-${shop.callbacks}`, phone, when } };
}

const describe = (order: Order): JsonObject => ({
  orderId: order.orderId,
  email: order.email,
  status: order.status,
  items: order.items,
  tracking: order.tracking,
  estimatedDelivery: order.estimatedDelivery,
  total: order.total,
  currency: 'EUR',
  isRefunded: order.status === 'refunded',
  isCancellable: isCancellable(order),
});

/** Once a parcel has left, it has to come back first. */
const isCancellable = (order: Order): boolean => order.status === 'processing';

const slotKey = (when: string): string =>
  when
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'on' && word !== 'at')
    .join(' ');

const textIn = (body: Json, name: string): string => {
  const value = isJsonObject(body) ? body[name] : null;
  return typeof value === 'string' ? value.trim() : '';
};

const refuse = (status: number, error: string): DeskAnswer => ({ status, body: { error } });
