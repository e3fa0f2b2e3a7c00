import { commands } from 'vscode';
import { type BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** Opens a list of places beside the one they are about; what is given comes from the server, as the protocol writes it. */
export async function showReferences(
  { protocol2CodeConverter: converter }: BaseLanguageClient,
  [uri, position, locations]: readonly unknown[],
): Promise<void> {
  if (typeof uri !== 'string' || !Position.is(position) || !Array.isArray(locations)) return;
  await commands.executeCommand(
    'editor.action.showReferences',
    converter.asUri(uri),
    converter.asPosition(position),
    locations.filter((one) => Location.is(one)).map((one) => converter.asLocation(one)),
  );
}
