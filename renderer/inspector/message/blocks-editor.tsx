import { Copy, RectangleEllipsis, Type, X } from 'lucide-react';
import { answered } from '../../../shared/problems/message-blocks.ts';
import type { Message, MessageBlock } from '../../../shared/model/intent-record.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { itemOf, listOf, type Edit } from '../edit.ts';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { AddButton } from '../fields/add-button.tsx';
import { AddMenu, type MenuEntry } from './add-menu.tsx';
import { fieldsOfBlock } from './block-fields.ts';
import { blankBlock, blockKinds, groups, kindsInOrder } from './block-kinds.ts';
import { FieldsForm } from './fields-form.tsx';

/** What a message is made of: a form for each block, in order. */
export function BlocksEditor({ edit }: { readonly edit: Edit<Message> }) {
  const list = listOf(edit, 'blocks');
  const { items, write } = list;
  const [rows, expectOne] = useFocusAdded(items.length, 'textarea, .block-fields input');
  const add = (block: MessageBlock): void => {
    expectOne();
    write(items.toSpliced(placeFor(items, block), 0, block));
  };
  return (
    <div className="blocks" ref={rows} data-reorder-list>
      {items.map((block, index) => (
        // Blocks have no identity but their place; of another kind it is another form.
        <BlockCard
          key={`${index} ${block.kind}`}
          edit={itemOf(list, index)}
          index={index}
          count={items.length}
          onMove={(from, to) => write(moved(items, from, to))}
          onDuplicate={() => write(items.toSpliced(index, 0, block))}
          onRemove={() => write(items.toSpliced(index, 1))}
        />
      ))}
      <div className="block-adders">
        <AddButton label="Add text" icon={Type} onPress={() => add(blankBlock('text'))} />
        <AddButton label="Add buttons" icon={RectangleEllipsis} onPress={() => add(blankBlock('button'))} />
        <AddMenu label="Add block" entries={entries} onAdd={(block) => add(block as MessageBlock)} />
      </div>
    </div>
  );
}

const entries: readonly MenuEntry[] = groups.flatMap((group) =>
  kindsInOrder
    .filter((kind) => blockKinds[kind].group === group)
    .map((kind) => ({ ...blockKinds[kind], blank: () => blankBlock(kind) })),
);

/** What waits for an answer comes last, so what does not goes ahead of it. */
function placeFor(blocks: readonly MessageBlock[], added: MessageBlock): number {
  const waiting = blocks.findIndex(({ kind }) => answered.has(kind));
  return waiting < 0 || answered.has(added.kind) ? blocks.length : waiting;
}

type BlockCardProps = {
  readonly edit: Edit<MessageBlock>;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};

function BlockCard({ edit, index, count, onMove, onDuplicate, onRemove }: BlockCardProps) {
  const { icon: Icon, label, meaning } = blockKinds[edit.value.kind];
  const name = `block ${index + 1}`;
  const fields = fieldsOfBlock(edit.value);
  return (
    <div className="block" role="group" aria-label={`Block ${index + 1}: ${label}`} data-entry data-reorder-row={index}>
      <div className="block-head">
        <ReorderHandle label={name} index={index} count={count} onMove={onMove} />
        <Icon size={12} strokeWidth={2} aria-hidden />
        <span title={meaning}>{label}</span>
        <IconButton icon={Copy} label={`Duplicate ${name}`} onClick={onDuplicate} />
        <IconButton icon={X} label={`Remove ${name}`} onClick={onRemove} />
      </div>
      <div className="block-fields">
        {fields.length === 0 && <p className="section-note">{meaning}.</p>}
        <FieldsForm edit={edit} fields={fields} />
      </div>
    </div>
  );
}
