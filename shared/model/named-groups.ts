/** The names of the groups of a pattern, in order. Without a name a group fills nothing by itself. */
export const namedGroups = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/(?<!\\)(?:\\\\)*\(\?P?<([A-Za-z_]\w*)>/g)].map(([, name = '']) => name);
