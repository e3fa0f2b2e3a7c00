import { type Disposable, DocumentDropEdit, languages, window } from 'vscode';
import { SPEC_LANGUAGE } from '../../protocol/languages.ts';
import { droppedFiles } from './given-files.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';
import { specOf } from './start-spec.ts';
import { unlinked } from './unlinked.ts';

/** Makes a spec of files that are dropped into an empty one; into others VS Code drops their paths. */
export function watchDrops(start: () => Promise<Session>, log: Log): Disposable {
  return languages.registerDocumentDropEditProvider(
    { language: SPEC_LANGUAGE },
    {
      async provideDocumentDropEdits(document, _, dropped) {
        if (document.getText().trim() !== '') return undefined;
        try {
          const files = await droppedFiles(dropped);
          const text = files.length > 0 ? await specOf(files, await start()) : undefined;
          return text === undefined ? undefined : new DocumentDropEdit(text);
        } catch (error) {
          // VS Code says nothing of what fails here.
          log.attempt(() => window.showErrorMessage(unlinked(error instanceof Error ? error.message : String(error))));
          return undefined;
        }
      },
    },
  );
}
