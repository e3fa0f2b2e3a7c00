/** Fails unless both are the same, all the way down. Works in every extension host, where `node:assert` does not. */
export function same(actual: unknown, expected: unknown): void {
  if (text(actual) === text(expected)) return;
  throw Object.assign(new Error('not as expected'), { actual, expected, showDiff: true });
}

/** Reads again and again until it is as expected; fails with the last difference. Editors tell nobody when they are done. */
export async function eventually(read: () => unknown, expected: unknown): Promise<void> {
  const limit = Date.now() + 30_000;
  for (;;) {
    const actual = await read();
    if (text(actual) === text(expected) || Date.now() > limit) return same(actual, expected);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
