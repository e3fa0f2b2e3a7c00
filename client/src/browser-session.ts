/// <reference lib="webworker" />

import { type ExtensionContext, env, FileSystemError, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Language, languageOf, textsFile } from '../../protocol/locale.ts';
import { type FileParams, type FirstWords, METHODS, type ReadParams } from '../../protocol/methods.ts';
import { isSought } from '../../protocol/names.ts';
import { findFiles } from './find.ts';
import { speaking } from './session.ts';

/** Speaks with a server that is a worker. */
export const withWorker = speaking((context, options) => {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js');
  let worker: Worker | undefined;
  let texts: FirstWords['texts'];
  const start = async () => {
    worker?.terminate(); // a restart leaves the old one behind
    texts ??= await textsOf(context, languageOf(env.language));
    worker = new Worker(await workerUrl(script));
    // not the worker itself: in this host it is no instance of `Worker`, by which the client would know it
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient('lyncFederation', 'Lync Federation', start, {
    ...options,
    initializationOptions: (): FirstWords => (texts === undefined ? {} : { texts }),
  });
  client.onRequest(METHODS.file, ({ name }: FileParams) =>
    workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name)),
  );
  client.onRequest(METHODS.read, async ({ uri }: ReadParams) => {
    try {
      return await workspace.fs.readFile(Uri.parse(uri, true));
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
      throw error;
    }
  });
  client.onRequest(METHODS.find, async ({ folder }: { folder: string }) => {
    const found = await findFiles(Uri.parse(folder, true), isSought);
    return found.map((uri) => uri.toString());
  });
  return client;
});

/** The texts in the language of the window, for a server that has no files. */
async function textsOf({ extensionUri }: ExtensionContext, language: Language): Promise<FirstWords['texts']> {
  if (language === 'en') return undefined;
  const file = Uri.joinPath(extensionUri, 'dist', textsFile(language));
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
}

/** The web host refuses to start a worker from a remote file, so its text becomes a blob. */
async function workerUrl(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = new Uint8Array(await workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
