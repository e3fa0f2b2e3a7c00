import type { Plugin } from 'esbuild';

/**
 * Lets all files share one copy of the names of a library in CommonJS. Of such a library each file that imports it has a copy of
 * its own, made at every start: a getter for each of the names, and the protocol has three hundred of them.
 */
export function oneCopyOf(library: string): Plugin {
  const namespace = 'one-copy';
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${library}$`) }, ({ path, namespace: from, resolveDir }) =>
        from === namespace ? undefined : { path, namespace, pluginData: resolveDir },
      );
      build.onLoad({ filter: /^/, namespace }, ({ path, pluginData }) => ({
        contents: `export * from '${path}';`,
        resolveDir: pluginData,
      }));
    },
  };
}
