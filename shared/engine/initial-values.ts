import type { JsonObject } from '../base/json.ts';
import type { Program } from '../program/program.ts';
import type { ContextValues } from './session-state.ts';
import { reserved } from './set-attribute.ts';

/** Contexts a session begins with: the built-in ones and the scenario's own, with the values the design gives. */
export function initialContexts(
  program: Program,
): readonly { readonly name: string; readonly lasting: boolean; readonly values: JsonObject }[] {
  const own = [...program.contexts.values()]
    .filter((record) => record.lifetime !== 'constant' && !reserved.has(record.name))
    .map((record) => ({ name: record.name, lasting: isLasting(record.name, record.lifetime), values: record.values }));
  const builtIn = ['user', 'session']
    .filter((name) => !own.some((context) => context.name === name))
    .map((name) => ({ name, lasting: name === 'user', values: {} }));
  return [...builtIn, ...own.toSorted((left, right) => (left.name < right.name ? -1 : 1))];
}

const isLasting = (name: string, lifetime: string): boolean =>
  name === 'user' || (lifetime === 'user' && name !== 'session');

/** What a session leaves behind for the next one with the same person: `user`, and contexts that last for the user. */
export const lastingContexts = (program: Program, contexts: ContextValues): ContextValues =>
  Object.fromEntries(
    initialContexts(program).flatMap(({ name, lasting }) => {
      const values = contexts[name];
      return lasting && values !== undefined ? [[name, values]] : [];
    }),
  );
