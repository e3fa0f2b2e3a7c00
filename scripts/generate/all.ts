import { generateCatalog } from '../generate-catalog.ts';
import { formatDocs } from './format-docs.ts';
import { readmeReport } from './readme.ts';
import { ruleDocs } from './rule-docs.ts';
import { ruleIndex } from './rule-index.ts';
import { specTypes } from './spec-types.ts';
import { validator } from './validator.ts';

/** Yields generated files: path from the repository root, and text. */
export type Generator = () => Promise<Iterable<readonly [path: string, text: string]>>;

/** All generators, in an order in which each finds what it reads. */
export const generators: readonly Generator[] = [
  generateCatalog,
  specTypes,
  validator,
  ruleIndex,
  formatDocs,
  ruleDocs,
  readmeReport,
];
