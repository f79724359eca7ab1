import { orderBetween } from '../../shared/base/order.ts';
import { childIds, type Document } from '../../shared/model/document.ts';
import { asId, freeId, type MockId } from '../../shared/model/ids.ts';
import type { ActionRecord } from '../../shared/model/action-record.ts';
import type { MockRecord } from '../../shared/model/mock-record.ts';
import type { RecordPut } from '../../shared/model/record-tables.ts';
import type { MockAnswer } from './mock-from-result.ts';

export type NewMock = MockAnswer & Pick<MockRecord, 'name'> & Pick<Partial<MockRecord>, 'world' | 'pick'>;
export type MockPut = Extract<RecordPut, { table: 'mocks' }>;

/** Writes examples behind those an action has, under ids that are free also among themselves. */
export function createMockWriter(document: Document) {
  const puts: MockPut[] = [];
  const last = new Map<string, string | null>();
  const isTaken = (id: string): boolean => document.homes.has(id) || puts.some(({ record }) => record.id === id);
  return {
    puts: puts as readonly MockPut[],
    add: (action: ActionRecord, mock: NewMock): MockId => {
      const before = last.get(action.id) ?? lastOrder(document, action.id);
      const order = orderBetween(before, null);
      last.set(action.id, order);
      const id = asId<MockId>(freeId(`${action.id}-${mock.name || 'example'}`, isTaken));
      puts.push({ table: 'mocks', record: { id, action: action.id, order, ...mock } });
      return id;
    },
  };
}

function lastOrder(document: Document, action: string): string | null {
  const orders = childIds(document, action).flatMap((id) => document.tables.mocks.get(id)?.order ?? []);
  return orders.reduce<string | null>((most, order) => (most === null || order > most ? order : most), null);
}
