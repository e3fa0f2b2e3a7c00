import { runTests } from './mocha.ts';
import './korean.test.ts';

/** VS Code calls this in a window whose display language is Korean. */
export async function run(): Promise<void> {
  const failures = await runTests();
  if (failures > 0) throw new Error(`failed tests: ${failures}`);
}
