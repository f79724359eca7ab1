import type { AttributeRecord } from '../design-records.ts';
import type { Document } from '../document.ts';

/** The registered attribute of that name. Not registered means string. */
export const attributeNamed = (document: Document, name: string): AttributeRecord | undefined =>
  document.tables.attributes.find((attribute) => attribute.name === name);
