/** Bytes of a text from which on it pays. */
const LARGE = 200_000;

/**
 * Lets what is made and thrown away take no more room than at the start, before a program that runs once takes up a large text. Node
 * gives it up to 48 MB more, and who fills them is not faster for it.
 */
export async function keepHeapSmallFor(bytes: Uint8Array): Promise<void> {
  if (bytes.length < LARGE) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
}
