import { EmptyState } from '../../ui/empty-state.tsx';
import { useExecute } from '../edit.ts';

/** A view of an action that was deleted elsewhere. */
export function MissingAction({ view }: { readonly view: string | null }) {
  const execute = useExecute();
  return (
    <EmptyState
      sentence="The action shown here does not exist any more."
      {...(view === null
        ? {}
        : {
            button: {
              label: 'Remove it from the canvas',
              onPress: () => execute({ kind: 'records.remove', ids: [view] }),
            },
          })}
    />
  );
}
