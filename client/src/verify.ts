import {
  type Disposable,
  env,
  l10n,
  ProcessExecution,
  ProgressLocation,
  Task,
  TaskRevealKind,
  TaskScope,
  tasks,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Log } from './log.ts';
import { OF_PROGRAMS, type } from './tasks.ts';
import { mayDo } from './trust.ts';
import { unlinked } from './unlinked.ts';
import type { VerifyWish } from './wishes.ts';

/** Asks the world whether it is as a spec says. */
export type Verify = (spec: Uri, wish: VerifyWish, log: Log) => Promise<void>;

/** Where verifications run, and what is known of them afterwards. */
export interface Verifying {
  /** The command line that comes with the extension. */
  readonly cli: string;
  /** In which it runs. */
  readonly folder: string;
  /** Where what was answered is kept until the next verification of the same spec. */
  readonly storage: Uri;
  /** The file with what was answered last, by the URI of the spec. */
  readonly recordings: Map<string, string>;
}

/** Verifies by the command line: the extension and its server ask nobody. */
export function verifyBy(verifying: Verifying): Verify {
  const { recordings } = verifying;
  return async (spec, { args }, log) => {
    if (!(await mayDo(l10n.t('In Restricted Mode this extension asks nobody. Trust the workspace first.')))) return;
    if (spec.scheme !== 'file' || workspace.textDocuments.some(({ uri, isDirty }) => isDirty && same(uri, spec))) {
      await window.showInformationMessage(l10n.t('What is verified is the file. Save the spec first.'));
      return;
    }
    const given = args ?? (await askForServers());
    if (given === undefined) return;
    const named = recordingIn(given);
    const file = named ?? (await ownRecording(spec, verifying));
    const code = await run(verifying, [spec.fsPath, ...given, ...(named ? [] : ['--record', file, '--force'])]);
    if (code !== undefined) recordings.set(spec.toString(), file);
    // It stays for as long as the person likes.
    if (code !== undefined) log.attempt(() => tell(code, unlinked(spec.path.split('/').at(-1) ?? '')));
  };
}

/** The recording that somebody names among the options of the command line. */
function recordingIn(given: readonly string[]): string | undefined {
  const at = given.findIndex((word) => /^--(?:replay|record)(?:=|$)/.test(word));
  return at < 0 ? undefined : (given[at]?.split('=', 2)[1] ?? given[at + 1]);
}

/** One file for each spec of the window. */
async function ownRecording(spec: Uri, { storage, recordings }: Verifying): Promise<string> {
  await workspace.fs.createDirectory(storage);
  const before = recordings.get(spec.toString());
  const own = Uri.joinPath(storage, `verified-${recordings.size + 1}.json`).fsPath;
  return before?.startsWith(storage.fsPath) ? before : own;
}

function same(one: Uri, other: Uri): boolean {
  return one.toString() === other.toString();
}

/** The name servers to ask; nothing where the person thinks better of it. */
async function askForServers(): Promise<readonly string[] | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Verify against DNS and TLS'),
    prompt: l10n.t(
      'Name servers are asked for the records of the spec, and the servers behind them are connected to. Which name servers? Leave it empty for those of this computer.',
    ),
    placeHolder: '192.0.2.53 [2001:db8::53]:5353',
  });
  return answer
    ?.split(/[\s,]+/)
    .filter((word) => word !== '')
    .flatMap((server) => ['--resolver', server]);
}

/** Runs the task with a notification that can end it; nothing where the person did. */
export async function run(
  { cli, folder }: Verifying,
  words: readonly string[],
  title = l10n.t('Asking DNS and servers…'),
): Promise<number | undefined> {
  // From a folder without specs, they are told of by their whole paths.
  const execution = new ProcessExecution(process.execPath, [cli, 'verify', ...words], {
    cwd: folder,
    env: { ...OF_PROGRAMS, LC_ALL: env.language },
  });
  const task = new Task({ type }, TaskScope.Workspace, 'verify', type, execution, `$${type}-verify`);
  task.presentationOptions = { reveal: TaskRevealKind.Silent, clear: true };
  const options = {
    location: ProgressLocation.Notification,
    title,
    cancellable: true,
  };
  return window.withProgress(options, async (_, cancelled) => {
    const listeners: Disposable[] = [];
    // It may end before it is known to run, and without a process where that cannot be started.
    const ended = new Promise<number | undefined>((resolve) => {
      listeners.push(
        tasks.onDidEndTaskProcess(({ execution: { task: one }, exitCode }) => isSame(one, task) && resolve(exitCode)),
        tasks.onDidEndTask(({ execution: { task: one } }) => isSame(one, task) && resolve(undefined)),
      );
    });
    const running = await tasks.executeTask(task);
    let isEnded = false;
    listeners.push(
      cancelled.onCancellationRequested(() => {
        isEnded = true;
        running.terminate();
      }),
    );
    const code = await ended;
    for (const listener of listeners) listener.dispose();
    return isEnded ? undefined : code;
  });
}

/** The host hands out copies of a task. */
function isSame(one: Task, other: Task): boolean {
  return one.name === other.name && one.source === other.source;
}

async function tell(code: number, name: string): Promise<void> {
  if (code === 0) await window.showInformationMessage(l10n.t('DNS and the servers are as {0} says.', name));
  else if (code === 1)
    await window.showWarningMessage(
      l10n.t(
        'DNS and the servers are not all as {0} says: it stands among the problems, and in the task verify.',
        name,
      ),
    );
  else await window.showErrorMessage(l10n.t('{0} could not be verified: the task verify says why.', name));
}
