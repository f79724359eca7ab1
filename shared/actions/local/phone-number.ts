import { isSupportedCountry, isValidPhoneNumber } from 'libphonenumber-js/min';

/** Whether somebody could be called there. Without a country the number begins with `+` and names its own. */
export function isPhoneNumber(text: string, country: string): boolean {
  const code = country.trim().toUpperCase();
  if (text.length > 40) return false;
  return isSupportedCountry(code) ? isValidPhoneNumber(text, code) : isValidPhoneNumber(text);
}
