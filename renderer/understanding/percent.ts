/** A share as people read it. Only what is whole is 100 %. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${rounded === 100 && share < 1 ? 99 : rounded} %`;
}
