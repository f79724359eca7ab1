/** The intent id for a service's name of an intent; a name that is not listed is taken for the id. */
export const intentIdFor = (names: { readonly [name: string]: string }, name: string): string =>
  (Object.hasOwn(names, name) ? names[name] : undefined) ?? name;
