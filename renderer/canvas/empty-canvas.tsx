import { MessagesSquare } from 'lucide-react';
import { insertItem } from '../palette/insert-item.ts';
import { useStudio } from '../state/studio.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Shown while there is nothing on the canvas. */
export function EmptyCanvas() {
  const studio = useStudio();
  return (
    <div className="empty-canvas">
      <EmptyState
        icon={MessagesSquare}
        sentence="Drag a USER intent here from the palette: something people say. The frames around it are made for you."
        button={{
          label: 'Add a USER intent',
          onPress: () => insertItem(studio, { item: 'intent', speaker: 'USER' }),
        }}
      />
    </div>
  );
}
