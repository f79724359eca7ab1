/**
 * Whether a spreadsheet would take a text for a formula. Spreadsheets skip what they do not show before they look for the
 * sign, and take the wide forms of the signs too.
 */
export const isFormulaCell = (text: string): boolean =>
  /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20]/u.test(text);
