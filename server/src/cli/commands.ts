import type { Command } from './command.ts';
import { baseline } from './commands/baseline.ts';
import { capture } from './commands/capture.ts';
import { check } from './commands/check.ts';
import { drift } from './commands/drift.ts';
import { explain } from './commands/explain.ts';
import { fix } from './commands/fix.ts';
import { importCommand } from './commands/import.ts';
import { lsp } from './commands/lsp.ts';
import { plan } from './commands/plan.ts';
import { rules } from './commands/rules.ts';
import { timeline } from './commands/timeline.ts';

/** All commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  check,
  fix,
  baseline,
  explain,
  timeline,
  plan,
  capture,
  importCommand,
  drift,
  rules,
  lsp,
];
