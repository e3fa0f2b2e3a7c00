import module from 'node:module';

/** The folder of the program. */
const OWN = new URL('.', import.meta.url).href;

/**
 * Leads the imports of a program to its own files, which lie beside it: Node by itself looks for each of them on the disk, follows links
 * and asks what kind of module it is. Older versions do.
 */
export function knowOwnFiles(): void {
  module.registerHooks?.({
    resolve: (name, context, next) =>
      name.startsWith('./') && context.parentURL?.startsWith(OWN)
        ? { url: new URL(name, context.parentURL).href, format: 'module', shortCircuit: true }
        : next(name, context),
  });
}
