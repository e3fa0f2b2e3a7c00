/**
 * Text that went through mails, pages and logs, as it was written: quotes and blanks as keyboards have them, and no returns that a log
 * wrote as a number. Every line stays a line.
 */
export function asTyped(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff]|#015/g, '');
}

const UNUSUAL = /[\u00a0\u00ab\u00bb\u2000-\u206f\u2212\u3000\ufeff]|#015/;
