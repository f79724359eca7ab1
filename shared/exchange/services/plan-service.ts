import type { RecordPut } from '../../model/record-tables.ts';
import type { Document } from '../../model/document.ts';
import { asId, freeId, freeNumbered, type IntegrationId } from '../../model/ids.ts';
import { toRecord } from '../../model/to-record.ts';
import type { DescribedService } from './described-service.ts';

/** Integrations for described services. Who may call them is not in a description: that is said in the form. */
export function planServices(document: Document, services: readonly DescribedService[]): readonly RecordPut[] {
  const names = new Set([...document.tables.integrations.values()].map(({ name }) => name));
  const ids = new Set<string>();
  return services.flatMap(({ name, description, baseUrl, operations }): RecordPut[] => {
    const own = freeNumbered(name.trim() || 'Service', ' ', (wanted) => names.has(wanted));
    const id = asId<IntegrationId>(freeId(own, (wanted) => ids.has(wanted) || document.homes.has(wanted)));
    names.add(own);
    ids.add(id);
    const record = toRecord('integrations', { id, name: own, description, baseUrl, operations });
    return record.ok ? [{ table: 'integrations', record: record.value }] : [];
  });
}
