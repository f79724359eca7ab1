import { useStudio, useRun } from '../../state/studio.ts';
import { showFailure } from '../../app/files/show-failure.ts';
import { ChoiceField } from '../fields/choice-field.tsx';

/** The talk an action is tried in: the one that runs, one from a file, or none. */
export type TryTalk =
  | { readonly kind: 'none' }
  | { readonly kind: 'run' }
  | { readonly kind: 'session'; readonly name: string; readonly text: string };

type TryTalkFieldProps = { readonly value: TryTalk; readonly onChoose: (talk: TryTalk) => void };

/** Fills references and `context["conversation"]` from a talk. */
export function TryTalkField({ value, onChoose }: TryTalkFieldProps) {
  const studio = useStudio();
  const isRunning = useRun((state) => state.run !== null);
  const chooseFile = async (): Promise<void> => {
    const chosen = await studio.host.call('import.choose', { what: 'session' });
    if (!chosen.ok) showFailure(studio, chosen.failure);
    else if (chosen.value.kind === 'chosen') onChoose({ ...chosen.value, kind: 'session' });
  };
  const choose = (kind: TryTalk['kind'] | 'file'): void => {
    if (kind === 'file') void chooseFile();
    else if (kind !== 'session') onChoose({ kind });
  };
  return (
    <ChoiceField
      label="As part of a talk"
      meaning="Fills references, and what scripts know of the conversation"
      value={value.kind === 'run' && !isRunning ? 'none' : value.kind}
      choices={[
        { value: 'none', label: 'No talk' },
        ...(isRunning ? [{ value: 'run', label: 'The talk that runs now' } as const] : []),
        ...(value.kind === 'session' ? [{ value: 'session', label: value.name } as const] : []),
        { value: 'file', label: 'A saved session…' },
      ]}
      onChoose={choose}
    />
  );
}
