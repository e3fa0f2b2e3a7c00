import {
  env,
  l10n,
  SnippetString,
  TabInputCustom,
  TabInputText,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { SPEC_LANGUAGE } from '../../protocol/languages.ts';
import {
  type GivenFile,
  METHODS,
  type StartAnswer,
  type StartParams,
  type TemplateAnswer,
} from '../../protocol/methods.ts';
import { givenFile, readFiles } from './given-files.ts';
import { isSpec } from './language.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';
import { unlinked } from './unlinked.ts';

/** Opens a spec of a template; without a name, the person is asked for one. */
export async function newSpec(named: string | undefined, { client }: Session): Promise<void> {
  const templates: readonly TemplateAnswer[] = await client.sendRequest(METHODS.templates);
  const choices = templates.map((template) => ({ label: template.title, detail: template.summary, template }));
  const chosen =
    templates.find(({ name }) => name === named) ??
    (await window.showQuickPick(choices, { title: l10n.t('New Federation Spec'), matchOnDetail: true }))?.template;
  if (chosen === undefined) return;
  await (await emptySpec()).insertSnippet(new SnippetString(chosen.snippet));
}

/** Opens a spec of files; without any, the person is asked for them. */
export async function startSpec(named: readonly Uri[] | undefined, session: Session): Promise<void> {
  const title = l10n.t('Start a Spec from Files');
  const uris = named ?? (await window.showOpenDialog({ title, openLabel: l10n.t('Read'), canSelectMany: true }));
  if (uris !== undefined && uris.length > 0) await openSpecOf(await readFiles(uris), session);
}

/** Opens a spec of what the clipboard holds. */
export async function startSpecFromClipboard(session: Session): Promise<void> {
  const text = await env.clipboard.readText();
  await openSpecOf([givenFile('<clipboard>', new TextEncoder().encode(text))], session);
}

/** The text of a spec of files. What was not taken over is said; nothing where that is all. */
export async function specOf(files: readonly GivenFile[], { client, log }: Session): Promise<string | undefined> {
  const params: StartParams = { files };
  const answer: StartAnswer | null = await client.sendRequest(METHODS.startSpec, params);
  if (answer === null) return undefined;
  // It stays for as long as the person likes.
  log.attempt(() => tell(answer, log));
  return answer.spec ?? undefined;
}

/** What is in front, be it a text or not. */
export function uriInFront(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
  return window.activeTextEditor?.document.uri ?? shown;
}

async function openSpecOf(files: readonly GivenFile[], session: Session): Promise<void> {
  const content = await specOf(files, session);
  if (content === undefined) return;
  const editor = await emptySpec();
  await editor.edit((edit) => edit.insert(editor.document.positionAt(0), content));
}

/** The spec in front where nothing stands in it, else one that nobody has saved yet: where it is to lie the person says. */
async function emptySpec(): Promise<TextEditor> {
  const inFront = window.activeTextEditor;
  if (inFront && isSpec(inFront.document) && inFront.document.getText().trim() === '') return inFront;
  return window.showTextDocument(await workspace.openTextDocument({ language: SPEC_LANGUAGE }));
}

async function tell({ spec, summary, notes }: StartAnswer, { channel }: Log): Promise<void> {
  const show = l10n.t('Show What Was Not Taken Over');
  const buttons = notes.length > 0 ? [show] : [];
  const message = unlinked(summary);
  const chosen =
    spec === null
      ? await window.showWarningMessage(message, ...buttons)
      : await window.showInformationMessage(message, ...buttons);
  if (chosen === undefined) return;
  for (const note of notes) channel.info(note);
  channel.show();
}
