import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { ContextRecord } from '../../../shared/model/design-records.ts';
import type { Pin } from '../wires/wire-end.ts';
import { metrics } from './metrics.ts';

export type ContextRow = {
  readonly attribute: string;
  readonly type: AttributeType;
  /** Only what was not mapped ends here: the default made visible. */
  readonly isDefault: boolean;
};

/** A context as it is drawn, with the attributes that are wired here. */
export type ContextBox = {
  readonly kind: 'context';
  readonly id: string;
  readonly context: string;
  /** Null for the contexts every scenario has. */
  readonly record: ContextRecord | null;
  readonly isReadOnly: boolean;
  /** Drawn because something is wired to it, not because somebody put it there. */
  readonly isAutomatic: boolean;
  readonly rows: readonly ContextRow[];
  /** Attributes of this context that are not wired here. */
  readonly more: number;
  readonly isExpanded: boolean;
  readonly width: number;
  readonly height: number;
  readonly pins: readonly Pin[];
};

export type ContextParts = Omit<ContextBox, 'kind' | 'width' | 'height' | 'pins'>;

const size = metrics.context;

export const contextRowTop = (index: number): number => size.header + index * size.row;

export function measureContext(parts: ContextParts): ContextBox {
  const lastRows = (parts.more > 0 || parts.isExpanded ? 1 : 0) + (parts.isReadOnly ? 0 : 1);
  const height = contextRowTop(parts.rows.length + lastRows) + size.paddingY;
  const pins = parts.rows.flatMap(({ attribute }, index): Pin[] => {
    const y = contextRowTop(index) + size.row / 2;
    const end = { kind: 'slot', slot: { context: parts.context, attribute } } as const;
    return [
      { id: `left:${attribute}`, side: 'left', x: 0, y, end },
      { id: `right:${attribute}`, side: 'right', x: size.width, y, end },
    ];
  });
  return { kind: 'context', ...parts, width: size.width, height, pins };
}
