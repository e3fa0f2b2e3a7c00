/** User settings that make the browser workbench behave as the desktop one and keep it quiet. */
export const settings: Readonly<Record<string, unknown>> = {
  'files.autoSave': 'off', // a browser saves after a second by default, the desktop does not
  'window.confirmBeforeClose': 'never',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
};
