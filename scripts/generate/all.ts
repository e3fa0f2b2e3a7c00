import { actionDocs } from './action-docs.ts';
import { generateCatalog } from './catalog.ts';
import { coverageDocs } from './coverage.ts';
import { draft07 } from './draft-07.ts';
import { factDocs } from './facts.ts';
import { formatDocs } from './format-docs.ts';
import type { Generator } from './generator.ts';
import { lspDocs } from './lsp-docs.ts';
import { projectDocs } from './project-docs.ts';
import { projectSchema } from './project-schema.ts';
import { readmeReport } from './readme.ts';
import { ruleDocs } from './rule-docs.ts';
import { ruleIndex } from './rule-index.ts';
import { ruleMessages } from './rule-messages.ts';
import { specTypes } from './spec-types.ts';
import { validator } from './validator.ts';

/** All generators, in an order in which each finds what it reads. */
export const generators: readonly Generator[] = [
  generateCatalog,
  specTypes,
  validator,
  ruleIndex,
  projectSchema,
  draft07,
  ruleMessages,
  formatDocs,
  projectDocs,
  factDocs,
  ruleDocs,
  coverageDocs,
  lspDocs,
  readmeReport,
  actionDocs,
];
