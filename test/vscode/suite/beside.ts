import { runTests } from './mocha.ts';
import './beside.test.ts';

/** VS Code calls this where stand-ins for the extensions of Red Hat and of PowerShell are installed, too. */
export async function run(): Promise<void> {
  const failures = await runTests();
  if (failures > 0) throw new Error(`failed tests: ${failures}`);
}
