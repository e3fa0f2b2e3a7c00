import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  type Uri,
  Disposable as VsDisposable,
} from 'vscode';
import { ACTION_COMMANDS } from '../../protocol/commands.ts';
import { SPEC_LANGUAGE } from '../../protocol/languages.ts';
import { mayWrite } from './trust.ts';
import { run, type Verifying } from './verify.ts';

/** Offers to take over into a spec what its last verification has seen where it says otherwise. */
export function offerTakeOver(verifying: Verifying): Disposable {
  const provider: CodeActionProvider = {
    provideCodeActions({ uri, isDirty }, _range, { diagnostics }) {
      // What was verified is the file.
      if (isDirty || !verifying.recordings.has(uri.toString())) return [];
      return diagnostics.filter(isDrift).map((one) => actionOn(one, uri));
    },
  };
  const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return VsDisposable.from(
    languages.registerCodeActionsProvider({ language: SPEC_LANGUAGE }, provider, kinds),
    commands.registerCommand(ACTION_COMMANDS.takeOver, (spec: Uri, place: string) => takeOver(spec, place, verifying)),
  );
}

/** What the problem matcher of the task makes of a difference. */
function isDrift({ source, code }: Diagnostic): boolean {
  return source === 'lync-federation verify' && code === 'drift';
}

function actionOn(diagnostic: Diagnostic, spec: Uri): CodeAction {
  const { line, character } = diagnostic.range.start;
  const action = new CodeAction(l10n.t('Take over what was seen'), CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = {
    title: action.title,
    command: ACTION_COMMANDS.takeOver,
    arguments: [spec, `${line + 1}:${character + 1}`],
  };
  return action;
}

/** Has the command line write it into the file, and judge the recording again. */
async function takeOver(spec: Uri, place: string, verifying: Verifying): Promise<void> {
  const recording = verifying.recordings.get(spec.toString());
  if (recording === undefined || !(await mayWrite())) return;
  const words = [spec.fsPath, '--replay', recording];
  const title = l10n.t('Taking over what was seen…');
  await run(verifying, [...words, '--take-over-at', place], title);
  await run(verifying, words, title);
}
