/** A number in plain decimals: never an exponent, which people and APIs misread. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  if (!Number.isFinite(value)) return '';
  return Number.isInteger(value) ? BigInt(value).toString() : shiftPoint(text);
}

/** `1.5e-7` → `0.00000015`. Only small numbers get here: large ones are whole. */
function shiftPoint(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace('-', '').replace('.', '');
  return `${sign}0.${'0'.repeat(-Number(exponent) - 1)}${digits}`;
}
