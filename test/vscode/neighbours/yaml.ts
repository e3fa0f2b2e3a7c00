// Stands in for the extension of Red Hat, which only the Marketplace has: its own language server, its languages, its settings.
import type { ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type Middleware, TransportKind } from 'vscode-languageclient/node';
import { yamlLanguages } from './manifests.ts';

/** The path of the language server; the bundler fills it in. */
declare const YAML_LANGUAGE_SERVER: string;

/** Starts the language server for the documents that the extension of Red Hat takes. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: YAML_LANGUAGE_SERVER, transport: TransportKind.ipc } as const;
  const documentSelector = yamlLanguages.map((language) => ({ language }));
  const client = new LanguageClient('yaml', 'YAML Support', server, { documentSelector, middleware: slowness() });
  context.subscriptions.push({ dispose: () => client.dispose() });
  await client.start();
}

/** As on a machine with much to do: what is found in a `….late.yaml` is told when the file has been closed. */
function slowness(): Middleware {
  const closed = new Set<string>();
  const isLate = ({ path }: Uri) => path.endsWith('.late.yaml');
  return {
    async didClose(document, next) {
      const name = document.uri.toString();
      if (isLate(document.uri) && !closed.has(name)) await pause(500);
      closed.add(name);
      await next(document);
    },
    async handleDiagnostics(uri, diagnostics, next) {
      if (isLate(uri) && diagnostics.length > 0) await pause(1500);
      next(uri, diagnostics);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
