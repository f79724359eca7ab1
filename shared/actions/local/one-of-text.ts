/** `one of a, b or c`, to end a sentence with. */
export const oneOfText = (values: readonly string[]): string => {
  const [only, ...others] = values.slice(0, 10);
  if (only === undefined) return 'one of no values';
  const last = others.pop();
  const rest = values.length > 10 ? ' and others' : '';
  return last === undefined ? only : `one of ${[only, ...others].join(', ')} or ${last}${rest}`;
};
