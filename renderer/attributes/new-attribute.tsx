import { attributeNamed } from '../../shared/model/selectors/attribute-named.ts';
import { useCheck, useWrite } from '../inspector/edit.ts';
import { useStudio } from '../state/studio.ts';
import { showTask, useManagerStore } from './manager-state.ts';
import { NameAdder } from './name-adder.tsx';

/** A name, and the attribute is there; its form opens beside the table. */
export function NewAttribute() {
  const { editor } = useStudio();
  const store = useManagerStore();
  const write = useWrite();
  const check = useCheck();
  const adding = (name: string) => ({ kind: 'attribute.add', name, type: 'string' }) as const;
  return (
    <NameAdder
      label="Name of a new attribute"
      placeholder="new_attribute"
      refusalOf={(name) => check(adding(name))}
      onAdd={(name) => {
        if (write(adding(name)) !== null) return false;
        const made = attributeNamed(editor.getState().document, name);
        if (made !== undefined) showTask(store, { kind: 'form', id: made.id });
        return true;
      }}
    />
  );
}
