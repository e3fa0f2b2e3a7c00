import { commands, type Disposable, l10n, type TextDocument, type Uri, window } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest, Location, Position } from 'vscode-languageclient';
import { CLIENT_COMMANDS, LENS_COMMANDS, SERVER_COMMANDS } from '../../protocol/commands.ts';
import { PLAN_SCHEME } from '../../protocol/languages.ts';
import { askForDate, askForPlace } from './ask.ts';
import { isSpec } from './language.ts';
import type { Log } from './log.ts';
import { savePlan } from './save.ts';
import type { Session } from './session.ts';
import { writeAsOf } from './settings.ts';
import { startSpec, startSpecFromClipboard, uriInFront } from './start-spec.ts';
import { type DateWish, dateIn, fileIn, filesIn, selectedIn } from './wishes.ts';

/** What the commands need around them. */
export interface Running {
  /** The server, which starts where it does not run. */
  readonly start: () => Promise<Session>;
  /** Ends it, whatever has become of it, and starts another one. */
  readonly restart: () => Promise<void>;
  readonly log: Log;
}

/** The commands of the palette and of code lenses. The first one used starts the server. */
export function registerCommands({ start, restart, log }: Running): readonly Disposable[] {
  return [
    commands.registerCommand(CLIENT_COMMANDS.setAsOf, async (wish?: unknown) => setAsOf(await start(), dateIn(wish))),
    commands.registerCommand(CLIENT_COMMANDS.insertCmdlets, async () => insertCmdlets(await start())),
    commands.registerCommand(CLIENT_COMMANDS.previewPlan, async () => previewPlan(await start())),
    commands.registerCommand(CLIENT_COMMANDS.savePlan, async (wish?: unknown) =>
      savePlanInFront(await start(), fileIn(wish), log),
    ),
    commands.registerCommand(CLIENT_COMMANDS.startSpec, async (wish?: unknown) =>
      startSpec(filesIn(wish), { ...(await start()), log }),
    ),
    commands.registerCommand(CLIENT_COMMANDS.startSpecFromClipboard, async () =>
      startSpecFromClipboard({ ...(await start()), log }),
    ),
    commands.registerCommand(CLIENT_COMMANDS.startSpecFromThis, async (...given: readonly unknown[]) =>
      startSpecFromThis(await start(), given, log),
    ),
    commands.registerCommand(LENS_COMMANDS.showReferences, async (...given: readonly unknown[]) =>
      showReferences(await start(), given),
    ),
    commands.registerCommand(CLIENT_COMMANDS.showOutput, async () => {
      await start();
      log.channel.show();
    }),
    commands.registerCommand(CLIENT_COMMANDS.restart, restart),
  ];
}

async function setAsOf({ client, status }: Session, wish: DateWish): Promise<void> {
  const document = await specInFront();
  if (document === undefined) return;
  const { asOf, from } = status.of(document.uri) ?? {};
  const date = wish.date ?? (await askForDate(asOf));
  if (date === undefined) return;
  // The project file comes before the settings: only the spec itself can say otherwise.
  const isFixed = from === 'spec' || from === 'project';
  const place = wish.place ?? (isFixed ? 'spec' : date === '' ? 'setting' : await askForPlace());
  if (place === 'setting') await writeAsOf(document.uri, date);
  if (place === 'spec') await run(client, SERVER_COMMANDS.setAsOf, [document.uri.toString(), date]);
}

async function insertCmdlets({ client }: Session): Promise<void> {
  const document = await specInFront();
  if (document === undefined) return;
  await run(client, SERVER_COMMANDS.insertCmdlets, [document.uri.toString()]);
}

async function previewPlan({ plan }: Session): Promise<void> {
  const document = await specInFront();
  if (document !== undefined) await plan.show(document.uri);
}

/** Saves the plan that is in front, else that of the spec in front. */
async function savePlanInFront({ plan }: Session, target: Uri | undefined, log: Log): Promise<void> {
  const isInFront = window.activeTextEditor?.document.uri.scheme === PLAN_SCHEME;
  const spec = isInFront ? plan.spec : (await specInFront())?.uri;
  if (spec !== undefined) await savePlan(spec, await plan.script(spec), { target, log });
}

/** Starts a spec from what a menu is about, else from what is in front. */
async function startSpecFromThis({ client }: Session, given: readonly unknown[], log: Log): Promise<void> {
  const inFront = uriInFront();
  const selected = selectedIn(given);
  const uris = selected.length > 0 ? selected : inFront ? [inFront] : [];
  if (uris.length > 0) return startSpec(uris, { client, log });
  await window.showInformationMessage(l10n.t('This works on an open file.'));
}

/** Opens a list of places beside the one they are about; what is given comes from the server, as the protocol writes it. */
async function showReferences({ client }: Session, [uri, position, locations]: readonly unknown[]): Promise<void> {
  if (typeof uri !== 'string' || !Position.is(position) || !Array.isArray(locations)) return;
  const { protocol2CodeConverter: converter } = client;
  await commands.executeCommand(
    'editor.action.showReferences',
    converter.asUri(uri),
    converter.asPosition(position),
    locations.filter((one) => Location.is(one)).map((one) => converter.asLocation(one)),
  );
}

async function run(client: BaseLanguageClient, command: string, given: readonly string[]): Promise<unknown> {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...given] });
}

async function specInFront(): Promise<TextDocument | undefined> {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && isSpec(document)) return document;
  await window.showInformationMessage(l10n.t('This works on a federation spec: open one first.'));
  return undefined;
}
