/** How postcodes look, by country: `#` a digit, `@` a letter, `?` behind what may be missing, `|` between choices. */
const shapes =
  'AD=AD###; AR=####|@####@@@; AT=####; AU=####; BE=####; BG=####; BR=#####-?###; CA=@#@ ?#@#; CH=####; ' +
  'CL=#######; CN=######; CO=######; CY=####; CZ=### ?##; DE=#####; DK=####; EE=#####; ES=#####; FI=#####; ' +
  'FR=#####; GB=@# ?#@@|@## ?#@@|@@# ?#@@|@@## ?#@@|@#@ ?#@@|@@#@ ?#@@; GR=### ?##; HR=#####; HU=####; ' +
  'ID=#####; IE=@## ?@@@@|@## ?@###|@## ?#@##|@## ?@@##|@## ?@#@@|@## ?@##@|@#@ ?@@@@|@#@ ?@###; ' +
  'IL=#######|#####; IN=### ?###; IS=###; IT=#####; JP=###-?####; KR=#####; LI=####; LT=LT-?#####|#####; ' +
  'LU=####; LV=LV-####; MC=980 ?##; MT=@@@ ?####; MX=#####; MY=#####; NL=#### ?@@; NO=####; NZ=####; PH=####; ' +
  'PL=##-?###; PT=####-?###; RO=######; RS=#####; RU=######; SE=### ?##; SG=######; SI=####; SK=### ?##; ' +
  'TH=#####; TR=#####; TW=###|#####|######; UA=#####; US=#####|#####-####; VN=######; ZA=####';

const shapeOf: ReadonlyMap<string, string> = new Map(
  shapes.split('; ').map((entry) => [entry.slice(0, 2), entry.slice(3)]),
);

const patternOf = (shape: string): RegExp =>
  new RegExp(`^(?:${shape.replaceAll('#', '\\d').replaceAll('@', '[A-Z]')})$`);

/** Of a country whose postcodes are not known, and of none: letters and digits, at least one digit. */
export function isPostcode(text: string, country: string): boolean {
  const plain = text.trim().toUpperCase().replace(/\s+/g, ' ');
  const shape = shapeOf.get(country.trim().toUpperCase());
  if (shape !== undefined) return patternOf(shape).test(plain);
  return /^[A-Z0-9][A-Z0-9 -]{1,9}$/.test(plain) && /\d/.test(plain);
}

export function postcodeExample(country: string): string {
  const shape = shapeOf.get(country.trim().toUpperCase())?.split('|')[0];
  if (shape === undefined) return '';
  let digit = 0;
  const example = shape.replaceAll('?', '').replaceAll('@', 'A');
  return `, such as ${example.replaceAll('#', () => String((digit += 1) % 10))}`;
}
