import { actionDocs } from './action-docs.ts';
import { assistantDocs } from './assistants.ts';
import { cliDocs } from './cli-docs.ts';
import { coverageDocs } from './coverage.ts';
import { factDocs } from './facts.ts';
import { formatDocs } from './format-docs.ts';
import type { Generator } from './generator.ts';
import { importDocs } from './import-docs.ts';
import { libraryDocs } from './library-docs.ts';
import { lspDocs } from './lsp-docs.ts';
import { projectDocs } from './project-docs.ts';
import { readmeReport } from './readme.ts';
import { ruleDocs } from './rule-docs.ts';
import { schemas } from './schemas.ts';
import { snippets } from './snippets.ts';

/**
 * What people, editors and other tools read in the repository, and no code: docs, the settings of the manifest, copies of the schemas.
 * These read the code, so they are loaded when all of it is there; none reads what another one makes.
 */
export const pages: readonly Generator[] = [
  schemas,
  formatDocs,
  projectDocs,
  factDocs,
  ruleDocs,
  coverageDocs,
  libraryDocs,
  lspDocs,
  readmeReport,
  cliDocs,
  importDocs,
  actionDocs,
  assistantDocs,
  snippets,
];
