import { commands, type Disposable, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { CLIENT_COMMANDS, LENS_COMMANDS, SERVER_COMMANDS } from '../../protocol/commands.ts';
import { PLAN_SCHEME } from '../../protocol/languages.ts';
import { askForDate, askForPlace } from './ask.ts';
import { askForPartner, chatIn, explainChat } from './chain.ts';
import { tellChanged } from './changed-lines.ts';
import { compareWithCapture } from './compare.ts';
import { askForDay } from './day.ts';
import { isSpec } from './language.ts';
import type { Log } from './log.ts';
import { saveCollector, savePlan, saveReport } from './save.ts';
import type { Session } from './session.ts';
import { writeAsOf } from './settings.ts';
import { specBeside, specIn } from './spec-beside.ts';
import { newSpec, startSpec, startSpecFromClipboard, uriInFront } from './start-spec.ts';
import type { Verify } from './verify.ts';
import { type DateWish, dateIn, fileIn, filesIn, formatIn, selectedIn, templateIn, verifyIn } from './wishes.ts';

/** What the commands need around them. */
export interface Running {
  /** The server, which starts where it does not run. */
  readonly start: () => Promise<Session>;
  /** Ends it, whatever has become of it, and starts another one. */
  readonly restart: () => Promise<void>;
  /** Asks the world; absent where the platform cannot. */
  readonly verify: Verify | undefined;
  /** Of the extension. */
  readonly version: string;
}

/** The commands of the palette, of menus and of code lenses. The first one used starts the server. */
export function registerCommands({ start, restart, verify, version }: Running): readonly Disposable[] {
  const on = (command: string, run: (session: Session, ...given: readonly unknown[]) => Promise<void>) =>
    commands.registerCommand(command, async (...given: readonly unknown[]) => run(await start(), ...given));
  return [
    on(CLIENT_COMMANDS.setAsOf, (session, wish) => setAsOf(session, dateIn(wish))),
    on(CLIENT_COMMANDS.insertCmdlets, insertCmdlets),
    on(CLIENT_COMMANDS.previewPlan, previewPlan),
    on(CLIENT_COMMANDS.showMap, showMap),
    on(CLIENT_COMMANDS.savePlan, async (session, wish) => {
      const spec = await specOfPlan(session);
      if (spec !== undefined) await savePlan(spec, session, fileIn(wish));
    }),
    on(CLIENT_COMMANDS.createReport, async (session, wish) => {
      const spec = await specOfPlan(session);
      if (spec !== undefined) await saveReport(spec, session, { file: fileIn(wish), format: formatIn(wish) });
    }),
    on(CLIENT_COMMANDS.copyPlan, ({ plan }) => plan.copy()),
    on(CLIENT_COMMANDS.compareWithCapture, async (session, wish) => {
      const spec = await specOfPlan(session);
      if (spec !== undefined) await compareWithCapture(spec, session, fileIn(wish));
    }),
    on(CLIENT_COMMANDS.verify, async (session, wish) => {
      const spec = await specOfPlan(session);
      if (spec !== undefined) await (verify ?? cannotVerify)(spec, verifyIn(wish), session.log);
    }),
    on(CLIENT_COMMANDS.explainChat, explainChatWith),
    on(CLIENT_COMMANDS.explainRule, ({ rulePages }, ...given) => rulePages.explain(given[0])),
    on(CLIENT_COMMANDS.diagnose, diagnoseTraces),
    on(CLIENT_COMMANDS.dismissDiagnosis, ({ diagnoses }, spec) =>
      diagnoses.dismiss(spec instanceof Uri ? spec : undefined),
    ),
    on(CLIENT_COMMANDS.saveCollector, (session, wish) => saveCollector(version, session, fileIn(wish))),
    on(CLIENT_COMMANDS.newSpec, (session, wish) => newSpec(templateIn(wish), session)),
    on(CLIENT_COMMANDS.startSpec, (session, wish) => startSpec(filesIn(wish), session)),
    on(CLIENT_COMMANDS.startSpecFromClipboard, startSpecFromClipboard),
    on(CLIENT_COMMANDS.startSpecFromThis, (session, ...given) => startSpecFromThis(session, given)),
    on(LENS_COMMANDS.tellChanged, async ({ log }, ...given) => log.attempt(() => tellChanged(given))),
    on(LENS_COMMANDS.showReferences, ({ showReferences }, ...given) => showReferences(given)),
    on(CLIENT_COMMANDS.showOutput, async ({ log }) => log.channel.show()),
    commands.registerCommand(CLIENT_COMMANDS.restart, restart),
  ];
}

async function setAsOf(session: Session, wish: DateWish): Promise<void> {
  const { execute, status } = session;
  const document = await specInFront();
  if (document === undefined) return;
  const { asOf, from } = status.of(document.uri) ?? {};
  const look = wish.place === 'look' || (wish.place === undefined && wish.date === undefined);
  const chosen = look ? (wish.date ?? (await askForDay(document.uri, session))) : 'write';
  if (chosen === undefined) return;
  if (chosen !== 'write') {
    await execute(SERVER_COMMANDS.lookAs, [document.uri.toString(), chosen]);
    return;
  }
  const date = wish.date ?? (await askForDate(asOf));
  if (date === undefined) return;
  // The project file comes before the settings: only the spec itself can say otherwise.
  const isFixed = from === 'spec' || from === 'project';
  const place = wish.place ?? (isFixed ? 'spec' : date === '' ? 'setting' : await askForPlace());
  if (place === 'setting') await writeAsOf(document.uri, date);
  if (place === 'spec') await execute(SERVER_COMMANDS.setAsOf, [document.uri.toString(), date]);
}

async function insertCmdlets({ execute }: Session): Promise<void> {
  const document = await specInFront();
  if (document === undefined) return;
  await execute(SERVER_COMMANDS.insertCmdlets, [document.uri.toString()]);
}

async function previewPlan({ plan }: Session): Promise<void> {
  const document = await specInFront();
  if (document !== undefined) await plan.show(document.uri);
}

async function showMap({ maps }: Session): Promise<void> {
  const document = await specInFront();
  if (document !== undefined) await maps.show(document.uri);
}

async function cannotVerify(_spec: Uri, _wish: unknown, log: Log): Promise<void> {
  const message = l10n.t(
    'VS Code in the web can neither ask name servers nor connect to servers. Take the desktop, or the command line: lync-federation verify.',
  );
  log.attempt(() => window.showInformationMessage(message));
}

/** The spec whose plan is in front, else the spec in front. */
async function specOfPlan({ plan }: Session): Promise<Uri | undefined> {
  const isInFront = window.activeTextEditor?.document.uri.scheme === PLAN_SCHEME;
  return isInFront ? plan.spec : (await specInFront())?.uri;
}

/** Explains chat with the partner of a code lens, else with one that the person names. */
async function explainChatWith(session: Session, ...given: readonly unknown[]): Promise<void> {
  const { spec, partner } = chatIn(given);
  const document = spec ? undefined : await specInFront();
  const uri = spec ?? document?.uri;
  const named = partner ?? (document && (await askForPartner(document)));
  if (uri !== undefined && named !== undefined) await explainChat(uri, named, session);
}

/** Diagnoses what a menu is about, else the files that the person chooses. */
async function diagnoseTraces({ diagnoses }: Session, ...given: readonly unknown[]): Promise<void> {
  const spec = specIn(given[0]) ?? (await specBeside());
  if (spec === undefined) return;
  const selected = filesIn(given[0]) ?? selectedIn(given);
  const title = l10n.t('Diagnose Traces');
  const traces =
    selected.length > 0
      ? selected
      : await window.showOpenDialog({ title, openLabel: l10n.t('Diagnose'), canSelectMany: true });
  if (traces === undefined || traces.length === 0) return;
  // The server has what is open.
  await workspace.openTextDocument(spec);
  await diagnoses.show(spec, traces);
}

/** Starts a spec from what a menu is about, else from what is in front. */
async function startSpecFromThis(session: Session, given: readonly unknown[]): Promise<void> {
  const inFront = uriInFront();
  const selected = selectedIn(given);
  const uris = selected.length > 0 ? selected : inFront ? [inFront] : [];
  if (uris.length > 0) return startSpec(uris, session);
  await window.showInformationMessage(l10n.t('This works on an open file.'));
}

async function specInFront(): Promise<TextDocument | undefined> {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && isSpec(document)) return document;
  await window.showInformationMessage(l10n.t('This works on a federation spec: open one first.'));
  return undefined;
}
