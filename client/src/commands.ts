import { commands, type Disposable, type LogOutputChannel, l10n, type TextDocument, window } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest, Location, Position } from 'vscode-languageclient';
import { askForDate, askForPlace, isDate } from './ask.ts';
import { isSpec } from './language.ts';
import type { PlanPreviews } from './plan-preview.ts';
import { writeAsOf } from './settings.ts';
import type { StatusItem } from './status.ts';

/** The running language server and what shows its state. */
export interface Session {
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
  readonly status: StatusItem;
  readonly plans: PlanPreviews;
}

/** What a key binding may give to `lyncFederation.setAsOf`; whatever is missing is asked. */
interface Wish {
  /** `YYYY-MM-DD`; empty for today. */
  readonly date?: string;
  readonly place?: 'spec' | 'setting';
}

/** The commands that code lenses may run: the server learns with the first message that they are there. */
export const lensCommands = [
  'lyncFederation.setAsOf',
  'lyncFederation.previewPlan',
  'lyncFederation.showReferences',
] as const;

/** The commands of the palette and of code lenses. The first one used starts the server. */
export function registerCommands(start: () => Promise<Session>): readonly Disposable[] {
  return [
    commands.registerCommand('lyncFederation.setAsOf', async (wish?: unknown) => setAsOf(await start(), read(wish))),
    commands.registerCommand('lyncFederation.insertCmdlets', async () => insertCmdlets(await start())),
    commands.registerCommand('lyncFederation.previewPlan', async () => previewPlan(await start())),
    commands.registerCommand('lyncFederation.showReferences', async (...given: readonly unknown[]) =>
      showReferences(await start(), given),
    ),
    commands.registerCommand('lyncFederation.showOutput', async () => (await start()).output.show()),
    commands.registerCommand('lyncFederation.restart', async () => {
      const { client } = await start();
      await client.stop();
      await client.start();
    }),
  ];
}

async function setAsOf({ client, status }: Session, wish: Wish): Promise<void> {
  const document = specInFront();
  if (document === undefined) return;
  const { asOf, from } = status.of(document.uri) ?? {};
  const date = wish.date ?? (await askForDate(asOf));
  if (date === undefined) return;
  // The project file comes before the settings: only the spec itself can say otherwise.
  const isFixed = from === 'spec' || from === 'project';
  const place = wish.place ?? (isFixed ? 'spec' : date === '' ? 'setting' : await askForPlace());
  if (place === 'setting') await writeAsOf(document.uri, date);
  if (place === 'spec') await run(client, 'lyncFederation.server.setAsOf', [document.uri.toString(), date]);
}

async function insertCmdlets({ client }: Session): Promise<void> {
  const document = specInFront();
  if (document === undefined) return;
  await run(client, 'lyncFederation.server.insertCmdlets', [document.uri.toString()]);
}

async function previewPlan({ plans }: Session): Promise<void> {
  const document = specInFront();
  if (document !== undefined) await plans.show(document.uri);
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

function specInFront(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && isSpec(document)) return document;
  void window.showInformationMessage(l10n.t('This works on a federation spec: open one first.'));
  return undefined;
}

function read(wish: unknown): Wish {
  if (typeof wish !== 'object' || wish === null) return {};
  const date = 'date' in wish && typeof wish.date === 'string' ? wish.date.trim() : undefined;
  if (date !== undefined && date !== '' && !isDate(date)) throw new Error(l10n.t('{0} is not a date.', date));
  const place = 'place' in wish && (wish.place === 'spec' || wish.place === 'setting') ? wish.place : undefined;
  return { ...(date !== undefined && { date }), ...(place !== undefined && { place }) };
}
