import { settings } from './settings.ts';

interface Options {
  readonly authority: string;
  /** The path of the tests in the extension's folder. */
  readonly testsPath: string;
  /** The display language, where it is another one than English. */
  readonly language?: string | undefined;
}

/** The HTML page of VS Code for the Web, configured to run extension tests on the folder that the site serves. */
export function workbenchPage({ authority, testsPath, language }: Options): string {
  const base = `http://${authority}/build`;
  const webview = `${base}/out/vs/workbench/contrib/webview/browser/pre`;
  const served = (path: string) => ({ $mid: 1, scheme: 'http', authority, path });
  const configuration = {
    productConfiguration: {
      enableTelemetry: false,
      webEndpointUrlTemplate: base,
      webviewContentExternalBaseUrlTemplate: `${webview}/`,
    },
    webviewEndpoint: webview,
    _wrapWebWorkerExtHostInIframe: false,
    // this build fails where the next three are not stated
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: false,
    configurationDefaults: settings,
    additionalBuiltinExtensions: [served('/fs')],
    folderUri: { $mid: 1, scheme: 'web-folder', authority: '', path: '/' },
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [served('/extension')],
      extensionTestsPath: served(`/extension/${testsPath}`),
    },
  };
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${attribute(JSON.stringify(configuration))}">
    <meta id="vscode-workbench-web-base-url" data-settings="${base}">
    <meta id="vscode-workbench-auth-session" data-settings="">
    <link rel="stylesheet" href="${base}/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';${language === undefined ? '' : ` ${spoken(language)}`}</script>
  <script type="module" src="${base}/out/nls.messages.js"></script>
  <script type="module" src="${base}/out/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
}

/** What makes VS Code take its display language for this one, as a language pack would. It runs in the page. */
export function spoken(language: string): string {
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => '${language}', set() {} });`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
