/** The commands of the client that people find in the palette. */
export const CLIENT_COMMANDS = {
  setAsOf: 'lyncFederation.setAsOf',
  insertCmdlets: 'lyncFederation.insertCmdlets',
  previewPlan: 'lyncFederation.previewPlan',
  showMap: 'lyncFederation.showMap',
  createReport: 'lyncFederation.createReport',
  savePlan: 'lyncFederation.savePlan',
  copyPlan: 'lyncFederation.copyPlan',
  compareWithCapture: 'lyncFederation.compareWithCapture',
  verify: 'lyncFederation.verify',
  explainChat: 'lyncFederation.explainChat',
  explainRule: 'lyncFederation.explainRule',
  diagnose: 'lyncFederation.diagnose',
  dismissDiagnosis: 'lyncFederation.dismissDiagnosis',
  saveCollector: 'lyncFederation.saveCollector',
  newSpec: 'lyncFederation.newSpec',
  startSpec: 'lyncFederation.startSpec',
  startSpecFromClipboard: 'lyncFederation.startSpecFromClipboard',
  startSpecFromThis: 'lyncFederation.startSpecFromThis',
  showOutput: 'lyncFederation.showOutput',
  restart: 'lyncFederation.restart',
} as const;

/** The commands of the client that code lenses and quick fixes may run; another client shows their texts alone. */
export const LENS_COMMANDS = {
  setAsOf: CLIENT_COMMANDS.setAsOf,
  previewPlan: CLIENT_COMMANDS.previewPlan,
  explainChat: CLIENT_COMMANDS.explainChat,
  explainRule: CLIENT_COMMANDS.explainRule,
  newSpec: CLIENT_COMMANDS.newSpec,
  startSpec: CLIENT_COMMANDS.startSpec,
  startSpecFromClipboard: CLIENT_COMMANDS.startSpecFromClipboard,
  showReferences: 'lyncFederation.showReferences',
  tellChanged: 'lyncFederation.tellChanged',
} as const;

/** The commands that quick fixes of the client run. */
export const ACTION_COMMANDS = { takeOver: 'lyncFederation.takeOver' } as const;

/** The commands that the server carries out. */
export const SERVER_COMMANDS = {
  insertCmdlets: 'lyncFederation.server.insertCmdlets',
  setAsOf: 'lyncFederation.server.setAsOf',
  lookAs: 'lyncFederation.server.lookAs',
} as const;

/** The kinds of the actions that carry out many fixes at once. */
export const ACTION_KINDS = {
  /** All safe ones; saving a file may run it. */
  fixAll: 'source.fixAll.lyncFederation',
  /** All of them, with a look at each; nothing that saving a file runs by itself. */
  reviewAll: 'source.reviewAll.lyncFederation',
} as const;
