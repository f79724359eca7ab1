import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import './empty-state.css';

type EmptyStateProps = {
  readonly icon?: LucideIcon;
  /** One sentence that teaches what this place is for. */
  readonly sentence: string;
  /** The one thing to do next. */
  readonly button?: { readonly label: string; readonly onPress: () => void };
};

/** A place with nothing in it yet: one sentence, one button. */
export function EmptyState({ icon: Icon, sentence, button }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {Icon !== undefined && <Icon className="empty-state-icon" size={20} strokeWidth={1.5} aria-hidden />}
      <p>{sentence}</p>
      {button !== undefined && (
        <Button variant="default" onClick={button.onPress}>
          {button.label}
        </Button>
      )}
    </div>
  );
}
