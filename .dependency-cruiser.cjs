// The direction of imports, as docs/architecture.md tells it: a folder imports from those before it, never from those behind.
const order = [
  'text',
  'templates',
  'yaml',
  'catalog',
  'spec',
  'cmdlets',
  'deployment',
  'edits',
  'suppression',
  'rules',
  'project',
  'plan',
  'analyze',
  'features',
  'diagnose',
  'explain',
  'map',
  'report',
  'machine',
  'assist',
  'shells',
];
const folder = (name) =>
  name === 'analyze'
    ? '(analyze|proof|repair|reuse)\\.ts'
    : name === 'shells'
      ? '(grammar|lsp|cli|verify|library|action)/'
      : `${name}/`;
/** All but those that have a clock, files and a protocol. */
const pure = order.filter((name) => name !== 'machine' && name !== 'shells');
const path = (names) => `^server/src/(${names.map(folder).join('|')})`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$'] }, to: {} },
    ...order.slice(0, -1).map((name, i) => ({
      name: `${name}-imports-only-from-before`,
      comment: `${name} may import from: ${order.slice(0, i + 1).join(', ')}`,
      severity: 'error',
      from: { path: path([name]) },
      to: { path: path(order.slice(i + 1)) },
    })),
    {
      name: 'shells-are-separate',
      severity: 'error',
      from: { path: '^server/src/(grammar|lsp|verify)/' },
      to: { path: '^server/src/(cli|library)/' },
    },
    {
      name: 'engine-knows-no-platform',
      comment: 'Left of the shells everything is pure.',
      severity: 'error',
      from: { path: path(pure) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-knows-no-protocol',
      severity: 'error',
      from: { path: path(pure) },
      to: { path: 'node_modules/vscode-' },
    },
    { name: 'client-and-server-are-separate', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'protocol-knows-neither',
      severity: 'error',
      from: { path: '^protocol/' },
      to: { path: '^(client|server|site|view)/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|site|view)/' },
    },
    {
      name: 'a-page-knows-neither',
      severity: 'error',
      from: { path: '^(site|view)/' },
      to: { path: '^(client|server)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.generated\\.(js|d\\.ts)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
