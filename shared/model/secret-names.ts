const secretWords = ['authorization', 'apikey', 'token', 'secret', 'password', 'passwd', 'cookie', 'credential'];

/** Whether a header or parameter of this name usually carries a secret. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return secretWords.some((word) => plain.includes(word)) || plain === 'xauth' || plain === 'auth' || plain === 'key';
}

/** Whether a value is written down, rather than read from an argument or a reference. */
export const isLiteral = (value: string): boolean => value.trim() !== '' && !/[{$]/.test(value);
