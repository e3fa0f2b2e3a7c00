import { l10n, Uri, window, workspace } from 'vscode';
import { type CollectorAnswer, type CollectorParams, METHODS } from '../../protocol/methods.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';
import { mayWrite } from './trust.ts';
import { unlinked } from './unlinked.ts';

/** Saves the plan of a spec as a script where the person says, or has said; where there is none it is said why. */
export async function savePlan(spec: Uri, { plan, log }: Session, target: Uri | undefined): Promise<void> {
  const answer = await plan.script(spec);
  if (answer === null) return;
  if ('refused' in answer) {
    log.attempt(() => window.showWarningMessage(l10n.t('The plan is not saved. {0}', unlinked(answer.refused))));
    return;
  }
  const name = (spec.path.split('/').at(-1) ?? '').replace(/(?:\.(?:lync|federation))?\.ya?ml$/i, '');
  const script = {
    text: answer.script,
    suggested: inFolder(folderOf(spec), `${name}.ps1`),
    advice: l10n.t('The plan is saved. Run it in the Management Shell, first with -WhatIf.'),
  };
  await saveScript(script, log, target);
}

/** Saves the script that collects a capture. */
export async function saveCollector(version: string, { client, log }: Session, target: Uri | undefined): Promise<void> {
  const params: CollectorParams = { version };
  const answer: CollectorAnswer | null = await client.sendRequest(METHODS.collector, params);
  if (answer === null) return;
  const script = {
    text: answer.script,
    suggested: inFolder(folderOf(undefined), 'collect.ps1'),
    advice: l10n.t(
      'The collector is saved. Run it on a server in the Management Shell: it changes nothing there, and writes a capture.',
    ),
  };
  await saveScript(script, log, target);
}

interface Script {
  readonly text: string;
  /** Where the person is asked to save it. */
  readonly suggested: Uri;
  /** What to do with it then. */
  readonly advice: string;
}

async function saveScript({ text, suggested, advice }: Script, log: Log, target: Uri | undefined): Promise<void> {
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

/** The folder of a document, or the top of the workspace where it was never saved. */
function folderOf(document: Uri | undefined): Uri | undefined {
  const isSaved = document !== undefined && document.scheme !== 'untitled';
  return isSaved ? Uri.joinPath(document, '..') : workspace.workspaceFolders?.[0]?.uri;
}

function inFolder(folder: Uri | undefined, name: string): Uri {
  return folder === undefined ? Uri.file(`/${name}`) : Uri.joinPath(folder, name);
}
