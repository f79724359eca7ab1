import { useState, type KeyboardEvent } from 'react';
import { useWrite } from '../inspector/edit.ts';
import { useStudio } from '../state/studio.ts';
import { renameRefusal, renameWorld } from './world-commands.ts';

type WorldNameProps = { readonly id: string; readonly name: string; readonly onClose: () => void };

/** A new name in place. */
export function WorldName({ id, name, onClose }: WorldNameProps) {
  const { editor, ui } = useStudio();
  const write = useWrite();
  const [typed, setTyped] = useState(name);
  const finish = (): void => {
    const { document } = editor.getState();
    const isSame = typed.trim() === name || typed.trim() === '';
    const refusal = isSame ? null : (renameRefusal(document, id, typed) ?? write(renameWorld(document, id, typed)));
    if (refusal !== null) ui.notify('bad', refusal);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') finish();
    else onClose();
  };
  return (
    <input
      className="control worlds-rename"
      aria-label={`New name of ${name}`}
      autoFocus
      maxLength={200}
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  );
}
