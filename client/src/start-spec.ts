import { env, l10n, TabInputCustom, TabInputText, type Uri, window, workspace } from 'vscode';
import { SPEC_LANGUAGE } from '../../protocol/languages.ts';
import { type GivenFile, METHODS, type StartAnswer, type StartParams } from '../../protocol/methods.ts';
import { givenFile, readFiles } from './given-files.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';
import { unlinked } from './unlinked.ts';

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

/** In an editor that nobody has saved yet: where it is to lie the person says. */
async function openSpecOf(files: readonly GivenFile[], session: Session): Promise<void> {
  const content = await specOf(files, session);
  if (content === undefined) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: SPEC_LANGUAGE, content }));
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
