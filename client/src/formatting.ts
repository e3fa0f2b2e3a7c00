import {
  type BaseLanguageClient,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type ServerCapabilities,
  type StaticFeature,
} from 'vscode-languageclient';
import { PROJECT_LANGUAGE, SPEC_LANGUAGE } from '../../protocol/languages.ts';

/**
 * Formats specs and project files alone. The client would offer it for scripts as well, which nothing of ours formats, and VS Code
 * would ask whose formatter it is to take.
 */
export function formattingFeature(client: BaseLanguageClient): StaticFeature {
  let offered: ServerCapabilities = {};
  return {
    fillClientCapabilities() {},
    preInitialize(capabilities) {
      offered = { ...capabilities };
      delete capabilities.documentFormattingProvider;
      delete capabilities.documentRangeFormattingProvider;
      delete capabilities.documentOnTypeFormattingProvider;
    },
    initialize() {
      const documentSelector = [{ language: SPEC_LANGUAGE }, { language: PROJECT_LANGUAGE }];
      const registration = (options: object | true) => ({
        id: 'lyncFederation',
        registerOptions: { ...(options === true ? {} : options), documentSelector },
      });
      const { documentFormattingProvider, documentRangeFormattingProvider, documentOnTypeFormattingProvider } = offered;
      if (documentFormattingProvider)
        client.getFeature(DocumentFormattingRequest.method).register(registration(documentFormattingProvider));
      if (documentRangeFormattingProvider)
        client
          .getFeature(DocumentRangeFormattingRequest.method)
          .register(registration(documentRangeFormattingProvider));
      if (documentOnTypeFormattingProvider)
        client
          .getFeature(DocumentOnTypeFormattingRequest.method)
          .register(registration(documentOnTypeFormattingProvider));
    },
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
}
