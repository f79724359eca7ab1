import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import './banner.css';

type BannerProps = {
  readonly icon: LucideIcon;
  readonly tone: 'calm' | 'warning';
  readonly sentence: string;
  readonly buttons: readonly { readonly label: string; readonly onPress: () => void }[];
};

/** A lasting state of the window that asks for a decision, without being in the way. */
export function Banner({ icon: Icon, tone, sentence, buttons }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role="status">
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span className="banner-sentence">{sentence}</span>
      {buttons.map(({ label, onPress }) => (
        <Button key={label} variant="default" className="banner-button" onClick={onPress}>
          {label}
        </Button>
      ))}
    </div>
  );
}
