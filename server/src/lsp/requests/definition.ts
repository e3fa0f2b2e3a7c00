import { DefinitionRequest, type LocationLink } from 'vscode-languageserver';
import { definitionsAmong } from '../../features/definition.ts';
import { mentionAt } from '../../features/runbook/objects.ts';
import { toOffset, toRange } from '../convert.ts';
import { locate, othersThan } from '../navigation.ts';
import { onDocument } from './request.ts';

/** Where what is named at a place comes from. */
export const definitions = onDocument(DefinitionRequest.type, {
  scripts: true,
  advertise: () => ({ definitionProvider: true }),
  async answer(opened, { position }, { client, documents }, token) {
    const { lines } = opened.own;
    const object = mentionAt(opened.analysis, toOffset(lines, position));
    if (object === undefined) return [];
    // A spec that has the entry asks no other document.
    const own = opened.kind === 'spec' ? definitionsAmong(opened, [], object) : [];
    const places = own.length > 0 ? own : definitionsAmong(opened, await othersThan(opened, documents, token), object);
    const locations = locate(places);
    if (!client.definitionLinks) return [...locations];
    return locations.map(({ uri, range }): LocationLink => {
      const originSelectionRange = toRange(lines, object.at);
      return { originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range };
    });
  },
});
