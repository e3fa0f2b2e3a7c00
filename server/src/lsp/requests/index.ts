import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from '../capabilities.ts';
import { assists } from './assist.ts';
import { incomingCalls, outgoingCalls, preparedCallHierarchies } from './call-hierarchy.ts';
import { chains } from './chain.ts';
import { codeActions } from './code-action.ts';
import { codeLenses, codeLensTexts } from './code-lens.ts';
import { completionDocs, completions } from './completion.ts';
import { definitions } from './definition.ts';
import { diagnoses, dismissedDiagnoses, traces } from './diagnose.ts';
import { documentDiagnostics, workspaceDiagnostics } from './diagnostics.ts';
import { documentLinks } from './document-link.ts';
import { executedCommands } from './execute-command.ts';
import { foldingRanges } from './folding.ts';
import { documentFormats, rangeFormats, rangesFormats, typedFormats } from './formatting.ts';
import { documentHighlights } from './highlight.ts';
import { hovers } from './hover.ts';
import { hints } from './inlay-hint.ts';
import { linkedEditingRanges } from './linked-editing-range.ts';
import { closedMaps, mapFinds, mapStories, maps } from './map.ts';
import { overviews } from './overview.ts';
import { planScripts, plans } from './plan.ts';
import { references } from './references.ts';
import { preparedRenames, renames } from './rename.ts';
import { reports } from './report.ts';
import type { Request } from './request.ts';
import { selectionRanges } from './selection-range.ts';
import { semanticTokens, semanticTokensInRange } from './semantic-tokens.ts';
import { signatures } from './signature-help.ts';
import { collectors, startedSpecs, templateLists } from './start-spec.ts';
import { documentSymbols, workspaceSymbols } from './symbols.ts';
import { turns } from './turns.ts';

/** All requests that the server answers. */
export const requests: readonly Request[] = [
  assists,
  chains,
  closedMaps,
  codeActions,
  codeLensTexts,
  codeLenses,
  collectors,
  completionDocs,
  completions,
  definitions,
  diagnoses,
  dismissedDiagnoses,
  documentDiagnostics,
  documentFormats,
  documentHighlights,
  documentLinks,
  documentSymbols,
  executedCommands,
  foldingRanges,
  hints,
  hovers,
  incomingCalls,
  linkedEditingRanges,
  mapFinds,
  mapStories,
  maps,
  outgoingCalls,
  overviews,
  planScripts,
  plans,
  preparedCallHierarchies,
  preparedRenames,
  rangeFormats,
  rangesFormats,
  references,
  renames,
  reports,
  selectionRanges,
  semanticTokens,
  semanticTokensInRange,
  signatures,
  startedSpecs,
  traces,
  turns,
  templateLists,
  typedFormats,
  workspaceDiagnostics,
  workspaceSymbols,
];

/** What the server can do for a client: all that its requests advertise. */
export function serverCapabilities(client: Client): ServerCapabilities {
  const base: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
  return Object.assign(base, ...requests.map((one) => one.advertise(client)));
}
