/// <reference types="mocha" />
import 'mocha/mocha.js';

// Comes before the tests: only now are `suite` and `test` there. The limit leaves room for a slow machine; tests wait for
// what they expect and go on at once.
mocha.setup({ ui: 'tdd', reporter: 'spec', timeout: 90_000, color: false });

/** Runs all tests and says how many failed. */
export function runTests(): Promise<number> {
  // its own `run` wants the address of a page; the one it is made of does not
  return new Promise((resolve) => Mocha.prototype.run.call(mocha, resolve));
}
