import type { Range } from './range.ts';

/** Stands, clearly marked, for a value that only the administrator knows: `<public address of the Access Edge>`. */
export function placeholder(words: string): string {
  return `<${words}>`;
}

/** Where placeholders stand in a text. What mail programs put between such brackets, an address, is none. */
export function placeholdersIn(text: string): readonly Range[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Whether a value, as far as it is one of text, holds a placeholder. */
export function hasPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && placeholdersIn(value).length > 0;
}

const PLACEHOLDER = /<[A-Za-z][A-Za-z0-9 -]*>/g;
