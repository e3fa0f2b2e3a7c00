/** What the script of the playground says, as the page gives it in its language; `{0}` stands for a value. */
export interface Words {
  readonly copied: string;
  readonly inAddress: string;
  readonly unreadable: string;
  readonly failed: string;
  readonly fix: string;
  readonly verdict: string;
  readonly line: string;
  /** By their numbers in the protocol. */
  readonly severities: Readonly<Record<1 | 2 | 3 | 4, string>>;
}

/** A text with its values. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)] ?? ''));
}
