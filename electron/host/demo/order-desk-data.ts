export type OrderStatus = 'processing' | 'shipped' | 'delivered' | 'refunded';

export type Order = {
  readonly orderId: string;
  readonly email: string;
  readonly status: OrderStatus;
  readonly items: readonly string[];
  readonly tracking: string | null;
  readonly estimatedDelivery: string | null;
  readonly total: number;
};

export type Product = {
  readonly productId: string;
  readonly name: string;
  readonly stock: { readonly [store: string]: number };
  readonly nextDelivery: string | null;
};

const parcel = (number: string): string => `https://track.example.com/${number}`;

/** What the shop sells and owes when it opens. Days are said as a customer would hear them, so that they never age. */
export const orders: readonly Order[] = [
  {
    orderId: 'A-1001',
    email: 'ada@example.com',
    status: 'shipped',
    items: ['Desk lamp', 'Light bulb (2)'],
    tracking: parcel('PX-20418'),
    estimatedDelivery: 'Friday',
    total: 64.5,
  },
  {
    orderId: 'A-1002',
    email: 'ada@example.com',
    status: 'processing',
    items: ['Office chair'],
    tracking: null,
    estimatedDelivery: 'Tuesday',
    total: 189,
  },
  {
    orderId: 'A-1003',
    email: 'grace@example.com',
    status: 'delivered',
    items: ['Bookshelf', 'Shelf brackets (4)'],
    tracking: parcel('PX-20377'),
    estimatedDelivery: null,
    total: 112,
  },
  {
    orderId: 'A-1004',
    email: 'grace@example.com',
    status: 'processing',
    items: ['Standing desk'],
    tracking: null,
    estimatedDelivery: 'Monday',
    total: 420,
  },
  {
    orderId: 'A-1005',
    email: 'alan@example.com',
    status: 'refunded',
    items: ['Monitor arm'],
    tracking: null,
    estimatedDelivery: null,
    total: 79.9,
  },
  {
    orderId: 'A-1006',
    email: 'alan@example.com',
    status: 'shipped',
    items: ['Footrest'],
    tracking: parcel('PX-20433'),
    estimatedDelivery: 'Thursday',
    total: 35,
  },
  {
    orderId: 'A-1007',
    email: 'katherine@example.com',
    status: 'processing',
    items: ['Desk lamp', 'Notebook (3)'],
    tracking: null,
    estimatedDelivery: 'Wednesday',
    total: 58.2,
  },
  {
    orderId: 'A-1008',
    email: 'edsger@example.com',
    status: 'delivered',
    items: ['Whiteboard', 'Markers'],
    tracking: parcel('PX-20291'),
    estimatedDelivery: null,
    total: 96.4,
  },
];

export const stores = ['london', 'porto', 'athens'] as const;

export const products: readonly Product[] = [
  { productId: 'P-100', name: 'Desk lamp', stock: { london: 12, porto: 3, athens: 7 }, nextDelivery: null },
  { productId: 'P-200', name: 'Office chair', stock: { london: 4, porto: 0, athens: 2 }, nextDelivery: 'Tuesday' },
  { productId: 'P-300', name: 'Standing desk', stock: { london: 0, porto: 0, athens: 0 }, nextDelivery: 'Friday' },
  { productId: 'P-400', name: 'Monitor arm', stock: { london: 9, porto: 5, athens: 0 }, nextDelivery: 'Monday' },
  { productId: 'P-500', name: 'Bookshelf', stock: { london: 1, porto: 6, athens: 3 }, nextDelivery: null },
];

/** Taken before anybody calls, so that "already taken" can be met without booking twice. */
export const slotsTaken: readonly string[] = ['Monday 10:00'];
