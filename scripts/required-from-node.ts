import type { Plugin } from 'esbuild';

/**
 * Takes Node's own modules by `require`, which the programs have around them. To import one makes Node look at all that it exports,
 * and load what it would load when it is used: streams for `node:fs`, a third of all for `node:util`.
 */
export const requiredFromNode: Plugin = {
  name: 'required-from-node',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'required-from-node' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'required-from-node' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};
