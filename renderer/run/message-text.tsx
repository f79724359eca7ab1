import { useMemo } from 'react';
import { renderMarkdown } from './render-markdown.ts';
import './message-text.css';

/** The text of a message, with its markdown. The only place of the app that puts markup into the page. */
export function MessageText({ text }: { text: string }) {
  const markup = useMemo(() => ({ __html: renderMarkdown(text) }), [text]);
  return <div className="message-text" dir="auto" data-selectable dangerouslySetInnerHTML={markup} />;
}
