import { l10n, Uri, window, workspace } from 'vscode';
import {
  type CollectorAnswer,
  type CollectorParams,
  METHODS,
  type ReportAnswer,
  type ReportFormat,
  type ReportParams,
} from '../../protocol/methods.ts';
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
  const script = {
    text: answer.script,
    suggested: besideSpec(spec, 'ps1'),
    filters: SCRIPTS,
    advice: l10n.t('The plan is saved. Run it in the Management Shell, first with -WhatIf.'),
  };
  await saveFile(script, log, target);
}

/** Saves the report on a spec where the person says, in the form that the person wants, or has said. */
export async function saveReport(
  spec: Uri,
  { client, log }: Session,
  { file, format }: { readonly file: Uri | undefined; readonly format: ReportFormat | undefined },
): Promise<void> {
  const chosen = format ?? (await askForFormat());
  if (chosen === undefined) return;
  const params: ReportParams = { textDocument: { uri: spec.toString() }, format: chosen };
  const answer: ReportAnswer = await client.sendRequest(METHODS.report, params);
  if (answer === null) return;
  const report = {
    text: answer.report,
    suggested: besideSpec(spec, chosen),
    filters: { [chosen === 'md' ? 'Markdown' : 'HTML']: [chosen] },
    advice: l10n.t('The report is saved.'),
  };
  await saveFile(report, log, file);
}

async function askForFormat(): Promise<ReportFormat | undefined> {
  const page = {
    label: l10n.t('A page'),
    detail: l10n.t('One file for the screen and for paper, with the map'),
    format: 'html',
  } as const;
  const markdown = { label: 'Markdown', detail: l10n.t('For a wiki, with the map for Mermaid'), format: 'md' } as const;
  const answer = await window.showQuickPick([page, markdown], { title: l10n.t('Create Federation Report') });
  return answer?.format;
}

/** Saves the script that collects a capture. */
export async function saveCollector(version: string, { client, log }: Session, target: Uri | undefined): Promise<void> {
  const params: CollectorParams = { version };
  const answer: CollectorAnswer | null = await client.sendRequest(METHODS.collector, params);
  if (answer === null) return;
  const script = {
    text: answer.script,
    suggested: inFolder(folderOf(undefined), 'collect.ps1'),
    filters: SCRIPTS,
    advice: l10n.t(
      'The collector is saved. Run it on a server in the Management Shell: it changes nothing there, and writes a capture.',
    ),
  };
  await saveFile(script, log, target);
}

/** A file that the person is to have. */
interface Made {
  readonly text: string;
  /** Where the person is asked to save it. */
  readonly suggested: Uri;
  /** The kinds of files that it may be, by what they are called. */
  readonly filters: Record<string, string[]>;
  /** What to do with it then. */
  readonly advice: string;
}

async function saveFile({ text, suggested, filters, advice }: Made, log: Log, target: Uri | undefined): Promise<void> {
  if (!(await mayWrite())) return;
  const file = target ?? (await window.showSaveDialog({ defaultUri: suggested, filters }));
  if (file === undefined) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  // It stays for as long as the person likes.
  log.attempt(async () => {
    const open = l10n.t('Open');
    if ((await window.showInformationMessage(advice, open)) === open) await window.showTextDocument(file);
  });
}

const SCRIPTS = { PowerShell: ['ps1'] };

/** The name of a spec, with another ending. */
function besideSpec(spec: Uri, ending: string): Uri {
  const name = (spec.path.split('/').at(-1) ?? '').replace(/(?:\.(?:lync|federation))?\.ya?ml$/i, '');
  return inFolder(folderOf(spec), `${name}.${ending}`);
}

/** The folder of a document, or the top of the workspace where it was never saved. */
function folderOf(document: Uri | undefined): Uri | undefined {
  const isSaved = document !== undefined && document.scheme !== 'untitled';
  return isSaved ? Uri.joinPath(document, '..') : workspace.workspaceFolders?.[0]?.uri;
}

function inFolder(folder: Uri | undefined, name: string): Uri {
  return folder === undefined ? Uri.file(`/${name}`) : Uri.joinPath(folder, name);
}
