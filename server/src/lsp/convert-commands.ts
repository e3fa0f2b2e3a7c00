import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type SignatureHelp as LspSignatureHelp,
  MarkupKind,
  type SignatureInformation,
} from 'vscode-languageserver';
import type { Highlight } from '../features/highlights.ts';
import type { Signature, SignatureHelp } from '../features/signature.ts';
import type { LineTable } from '../text/lines.ts';
import { unmarked } from '../text/markdown.ts';
import type { Client } from './capabilities.ts';
import { toRange } from './convert.ts';

/** The ways to call a cmdlet. */
export function toSignatureHelp({ signatures, active }: SignatureHelp, client: Client): LspSignatureHelp {
  return {
    signatures: signatures.map((signature) => toSignature(signature, client)),
    activeSignature: active,
    activeParameter: activeIn(signatures[active]),
  };
}

/** A place that names what stands at the cursor. */
export function toHighlight({ at, kind }: Highlight, lines: LineTable): DocumentHighlight {
  const kinds = { entry: DocumentHighlightKind.Write, use: DocumentHighlightKind.Read };
  return { range: toRange(lines, at), kind: kinds[kind] };
}

function toSignature(signature: Signature, client: Client): SignatureInformation {
  const { label, docs, parameters } = signature;
  return {
    label,
    ...told(docs, client),
    parameters: parameters.map(({ at, docs: about }) => ({
      label: client.signatures.offsets ? [at.start, at.end] : label.slice(at.start, at.end),
      ...told(about, client),
    })),
    ...(client.signatures.ownParameter && { activeParameter: activeIn(signature) }),
  };
}

/** A place behind the last parameter says that none is active, to clients old and new. */
function activeIn(signature: Signature | undefined): number {
  return signature?.active ?? signature?.parameters.length ?? 0;
}

function told(docs: string | undefined, { signatures }: Client) {
  if (docs === undefined) return {};
  return {
    documentation: signatures.markdown ? { kind: MarkupKind.Markdown, value: docs } : unmarked(docs),
  };
}
