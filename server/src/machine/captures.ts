import { isScriptName } from '../../../protocol/names.ts';
import type { NamedText, Tools } from '../plan/import/readers/reader.ts';
import { withoutColours } from '../text/colours.ts';
import { say } from '../text/message.ts';
import { holdsCertificates } from '../text/pem.ts';
import { asPem, loadCertificates } from './certificates.ts';
import { type Decoded, decodeCapture } from './encoding.ts';
import type { Wanted } from './legible.ts';
import { MOST_BYTES } from './sizes.ts';

/**
 * What the bytes of a capture are wanted as, by the name of its file.
 * @param isAside nobody named it: where it is no text, it is passed over as any other that no reader takes
 */
export function captureCalled(name: string, isAside = false): Wanted {
  return isScriptName(name) ? SCRIPT : isAside ? ASIDE : CAPTURE;
}

/** A capture that was decoded, in the text that readers and reports count lines in. */
export function captureFrom(
  source: string,
  { text, page }: Pick<Decoded, 'text' | 'page'>,
  isAside = false,
): NamedText {
  return {
    source,
    text: withoutColours(withOneReturn(text)),
    ...(isAside && { isAside }),
    ...(page !== undefined && { page }),
  };
}

/** The text with `\r\n` where lines end in more returns, as they do that were turned into those of Windows twice. */
function withOneReturn(text: string): string {
  if (!text.includes('\r\r\n')) return text;
  const lines = text.split('\r\n');
  const last = lines.pop() ?? '';
  return [...lines.map(withoutReturns), last].join('\r\n');
}

/** A pattern for them fails where they are many. */
function withoutReturns(line: string): string {
  let end = line.length;
  while (line[end - 1] === '\r') end--;
  return line.slice(0, end);
}

/** What is needed to read captures beside their texts. */
export async function toolsFor(files: readonly NamedText[]): Promise<Tools> {
  return files.some(({ text }) => holdsCertificates(text)) ? { readCertificates: await loadCertificates() } : {};
}

/** Bytes that are no text, and that can be told as text all the same. */
function captureText(bytes: Uint8Array): string | undefined {
  return asPem(bytes) ?? (isArchive(bytes) ? new TextDecoder('latin1').decode(bytes) : undefined);
}

/** ZIP, as `Export-CsConfiguration` writes it: nothing reads it, and the names in it say what it is. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function isText(bytes: Uint8Array): boolean {
  return 'text' in decodeCapture(bytes);
}

const SCRIPT: Wanted = { as: say`a script`, limit: MOST_BYTES.text, decode: decodeCapture };
const CAPTURE: Wanted = { as: say`a capture`, limit: MOST_BYTES.capture, decode: decodeCapture, inText: captureText };
const ASIDE: Wanted = {
  ...CAPTURE,
  inText: (bytes) => captureText(bytes) ?? (isText(bytes) ? undefined : ''),
};
