import { commands, type Disposable, l10n, type TextDocument, Uri, window } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest, Location, Position } from 'vscode-languageclient';
import { CLIENT_COMMANDS, LENS_COMMANDS, SERVER_COMMANDS } from '../../protocol/commands.ts';
import { PLAN_SCHEME } from '../../protocol/languages.ts';
import { askForDate, askForPlace, isDate } from './ask.ts';
import { isSpec } from './language.ts';
import type { Log } from './log.ts';
import { beside, saveScript } from './save.ts';
import type { Session } from './session.ts';
import { writeAsOf } from './settings.ts';

/** What a key binding may give to `lyncFederation.setAsOf`; whatever is missing is asked. */
interface Wish {
  /** `YYYY-MM-DD`; empty for today. */
  readonly date?: string;
  readonly place?: 'spec' | 'setting';
}

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
    commands.registerCommand(CLIENT_COMMANDS.setAsOf, async (wish?: unknown) => setAsOf(await start(), read(wish))),
    commands.registerCommand(CLIENT_COMMANDS.insertCmdlets, async () => insertCmdlets(await start())),
    commands.registerCommand(CLIENT_COMMANDS.previewPlan, async () => previewPlan(await start())),
    commands.registerCommand(CLIENT_COMMANDS.savePlan, async (wish?: unknown) => savePlan(await start(), wish, log)),
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

async function setAsOf({ client, status }: Session, wish: Wish): Promise<void> {
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
async function savePlan({ plan }: Session, wish: unknown, log: Log): Promise<void> {
  const isInFront = window.activeTextEditor?.document.uri.scheme === PLAN_SCHEME;
  const spec = isInFront ? plan.spec : (await specInFront())?.uri;
  const answer = spec && (await plan.script(spec));
  if (!answer) return;
  if ('refused' in answer) {
    log.attempt(() => window.showWarningMessage(l10n.t('The plan is not saved. {0}', answer.refused)));
    return;
  }
  const name = (spec.path.split('/').at(-1) ?? '').replace(/(?:\.(?:lync|federation))?\.ya?ml$/i, '');
  const script = {
    text: answer.script,
    suggested: beside(spec, `${name}.ps1`),
    advice: l10n.t('The plan is saved. Run it in the Management Shell, first with -WhatIf.'),
  };
  await saveScript(script, fileIn(wish), log);
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

/** The file that a key binding names by its URI; VS Code itself gives other things to commands. */
function fileIn(wish: unknown): Uri | undefined {
  if (typeof wish !== 'object' || wish === null || !('file' in wish)) return undefined;
  return typeof wish.file === 'string' ? Uri.parse(wish.file, true) : undefined;
}

function read(wish: unknown): Wish {
  if (typeof wish !== 'object' || wish === null) return {};
  const date = 'date' in wish && typeof wish.date === 'string' ? wish.date.trim() : undefined;
  if (date !== undefined && date !== '' && !isDate(date)) throw new Error(l10n.t('{0} is not a date.', date));
  const place = 'place' in wish && (wish.place === 'spec' || wish.place === 'setting') ? wish.place : undefined;
  return { ...(date !== undefined && { date }), ...(place !== undefined && { place }) };
}
