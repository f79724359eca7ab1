import { Bot, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './app-bubble.css';

type AppBubbleProps = {
  readonly hidesAvatar: boolean;
  /** Who speaks, when it is not the app. */
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
};

/** A bubble of the app with the picture of who speaks; a message may do without it. */
export const AppBubble = ({ hidesAvatar, icon: Icon = Bot, children }: AppBubbleProps) => (
  <div className="app-bubble" data-avatar={!hidesAvatar}>
    {!hidesAvatar && (
      <span className="avatar" aria-hidden>
        <Icon size={13} strokeWidth={1.75} />
      </span>
    )}
    {children}
  </div>
);
