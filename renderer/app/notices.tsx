import { Button, Notification } from '@mantine/core';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from '../announce/announcer.ts';
import { useStudio, useUi } from '../state/studio.ts';
import type { Notice } from '../state/ui-store.ts';
import './notices.css';

/** How long good news stays. Bad news stays until it is dismissed: somebody has to have read it. */
const shownFor = 6000;
const icons = { info: Info, good: CircleCheck, bad: CircleAlert };

/** Short sentences about what just happened, seen and read aloud: once, what is bad at once. */
export function Notices() {
  const notices = useUi((state) => state.notices);
  return (
    <div className="notices" role="log" aria-live="off" aria-label="Notices">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice: { id, tone, text, place } }: { notice: Notice }) {
  const { ui } = useStudio();
  const Icon = icons[tone];
  useEffect(() => {
    if (tone !== 'bad') announce(text);
  }, [text, tone]);
  useEffect(() => {
    if (tone === 'bad') return undefined;
    const timer = setTimeout(() => ui.dismiss(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, tone, ui]);
  return (
    <Notification
      className="notice"
      data-tone={tone}
      icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
      closeButtonProps={{ 'aria-label': 'Dismiss' }}
      onClose={() => ui.dismiss(id)}
      role={tone === 'bad' ? 'alert' : undefined}
    >
      {text}
      {place !== undefined && (
        <Button variant="default" className="notice-place" onClick={() => ui.showBottom(place.tab)}>
          {place.words}
        </Button>
      )}
    </Notification>
  );
}
