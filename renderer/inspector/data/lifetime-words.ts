import type { ContextRecord } from '../../../shared/model/design-records.ts';
import type { Document } from '../../../shared/model/document.ts';

/** How long the values of a context of one's own stay. */
export const lifetimes = [
  { value: 'session', label: 'Until the session ends' },
  { value: 'user', label: 'For this person, across sessions' },
  { value: 'constant', label: 'Always: constants' },
] as const satisfies readonly { value: ContextRecord['lifetime']; label: string }[];

const builtIn: Readonly<Record<string, string>> = {
  user: 'For this person, across sessions',
  session: 'Until the session ends',
  global: 'Always: constants',
  conversation: 'Where the talk is',
  history: 'What was said so far',
  _intent: 'What was just interpreted',
  secret: 'Names of secrets',
};

/** How long what is in a context stays, in words. */
export function lifetimeWords(document: Document, name: string): string {
  const record = document.tables.contexts.find((context) => context.name === name);
  return builtIn[name] ?? lifetimes.find(({ value }) => value === record?.lifetime)?.label ?? 'Does not exist';
}
