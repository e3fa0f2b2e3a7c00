/** What an address says of the playground. */
export interface Shared {
  /** An example, by its name. */
  readonly rule?: string;
  /** A text of somebody's own. */
  readonly text?: string;
  readonly persona?: string;
  /** The day as of which it is looked at, where that is not the day of the spec. */
  readonly day?: string;
}

/** What stands behind the # of an address; the text is packed, so nobody but the page hears of it. */
export async function fragmentOf({ text, ...plain }: Shared): Promise<string> {
  return `#${new URLSearchParams({ ...plain, ...(text !== undefined && { text: await packed(text) }) })}`;
}

/**
 * What an address says.
 * @throws where its text is none that was packed
 */
export async function readFragment(fragment: string): Promise<Shared> {
  const { text, ...plain } = Object.fromEntries(new URLSearchParams(fragment.slice(1)));
  return { ...plain, ...(text !== undefined && { text: await unpacked(text) }) };
}

async function packed(text: string): Promise<string> {
  const small = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(small).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function unpacked(letters: string): Promise<string> {
  const bytes = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(whole).text();
}
