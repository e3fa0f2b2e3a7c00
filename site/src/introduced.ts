import type { FirstWords } from '../../protocol/methods.ts';
import type { Introduction } from './server.ts';

/**
 * What the client of the editor says of itself, with what it forgets to say: it can show snippets and Markdown. It would ask for diagnostics half
 * a second after each key, so the server is to send them. The page shows the status.
 */
export function introduced(said: Introduction, locale: string, texts: FirstWords['texts']): object {
  const { diagnostic: _, completion, ...textDocument } = said.capabilities.textDocument;
  const completionItem = {
    ...Reflect.get(Object(completion), 'completionItem'),
    snippetSupport: true,
    documentationFormat: ['markdown'],
    resolveSupport: { properties: ['documentation'] },
  };
  const initializationOptions: FirstWords = texts === undefined ? {} : { texts };
  return {
    ...said,
    locale,
    initializationOptions,
    capabilities: {
      ...said.capabilities,
      textDocument: { ...textDocument, completion: { ...completion, completionItem } },
      experimental: { status: true },
    },
  };
}
