import { runTests } from './mocha.ts';
import './language.test.ts';
import './problems.test.ts';
import './fixes.test.ts';
import './commands.test.ts';
import './plan.test.ts';
import './assistants.test.ts';
import './chain.test.ts';
import './federation-view.test.ts';
import './rule-pages.test.ts';
import './map.test.ts';
import './diagnose.test.ts';
import './captures.test.ts';
import './start-spec.test.ts';
import './editing.test.ts';
import './scripts.test.ts';
import './surface.test.ts';
import './tasks.test.ts';
import './verify.test.ts';
import './workspace.test.ts';
import './project.test.ts';
import './review.test.ts';
import './formatting.test.ts';
import './security.test.ts';

/** VS Code calls this, in both hosts, and takes a rejection for failure. */
export async function run(): Promise<void> {
  const failures = await runTests();
  if (failures > 0) throw new Error(`failed tests: ${failures}`);
}
