import { l10n, Uri, window, workspace } from 'vscode';
import type { Session } from './session.ts';
import { writeCapture } from './settings.ts';
import { mayWrite } from './trust.ts';
import { unlinked } from './unlinked.ts';

/** Compares a spec with a capture from now on: the one that the person names is that of the settings. */
export async function compareWithCapture(spec: Uri, { plan, log }: Session, named: Uri | undefined): Promise<void> {
  if (!(await mayWrite())) return;
  const capture = named ?? (await ask(spec));
  if (capture === undefined) return;
  const isOwn = await writeCapture(spec, capture);
  const name = unlinked(capture.path.split('/').at(-1) ?? '');
  const compared = l10n.t('Compared with {0}: what is otherwise there is a finding on its line.', name);
  const everywhere = l10n.t('It lies outside of the workspace, so it is kept in your own settings, for all specs.');
  // It stays for as long as the person likes.
  log.attempt(async () => {
    const preview = l10n.t('Preview Plan');
    const message = isOwn ? `${compared} ${everywhere}` : compared;
    if ((await window.showInformationMessage(message, preview)) === preview) await plan.show(spec);
  });
}

async function ask(spec: Uri): Promise<Uri | undefined> {
  const folder = spec.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(spec, '..');
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Compare with a Capture'),
      openLabel: l10n.t('Compare'),
      ...(folder && { defaultUri: folder }),
    })) ?? [];
  return file;
}
