import { l10n, Uri, window, workspace } from 'vscode';
import type { ScriptAnswer } from '../../protocol/methods.ts';
import type { Log } from './log.ts';
import { mayWrite } from './trust.ts';

interface Saving {
  /** Where to; without it the person is asked. */
  readonly target: Uri | undefined;
  readonly log: Log;
}

/** Saves the plan of a spec as a script; where there is none it is said why. */
export async function savePlan(spec: Uri, answer: ScriptAnswer, saving: Saving): Promise<void> {
  if (answer === null) return;
  if ('refused' in answer) {
    saving.log.attempt(() => window.showWarningMessage(l10n.t('The plan is not saved. {0}', answer.refused)));
    return;
  }
  const name = (spec.path.split('/').at(-1) ?? '').replace(/(?:\.(?:lync|federation))?\.ya?ml$/i, '');
  const script = {
    text: answer.script,
    suggested: beside(spec, `${name}.ps1`),
    advice: l10n.t('The plan is saved. Run it in the Management Shell, first with -WhatIf.'),
  };
  await saveScript(script, saving);
}

interface Script {
  readonly text: string;
  /** Where the person is asked to save it. */
  readonly suggested: Uri;
  /** What to do with it then. */
  readonly advice: string;
}

async function saveScript({ text, suggested, advice }: Script, { target, log }: Saving): Promise<void> {
  if (!(await mayWrite())) return;
  const file = target ?? (await window.showSaveDialog({ defaultUri: suggested, filters: { PowerShell: ['ps1'] } }));
  if (file === undefined) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  // It stays for as long as the person likes.
  log.attempt(async () => {
    const open = l10n.t('Open');
    if ((await window.showInformationMessage(advice, open)) === open) await window.showTextDocument(file);
  });
}

/** A file beside another one, or at the top of the workspace where that one was never saved. */
function beside(document: Uri, name: string): Uri {
  const folder = document.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document, '..');
  return folder === undefined ? Uri.file(`/${name}`) : Uri.joinPath(folder, name);
}
