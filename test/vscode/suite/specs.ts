import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

/** A spec with nothing wrong on 2014-03-01. AOL goes out of service with 2014-06-30. */
export const soundSpec = `lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013, cumulativeUpdate: 5 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - fqdn: edge01.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      federation: true
      certificate: access-edge
domains:
  sip:
    - contoso.com
  allowed:
    - fabrikam.com
providers:
  public:
    - identity: AOL
      enabled: true
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
certificates:
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com]
    enhancedKeyUsage: [server, client]
    issuer: public
`;

/** The same spec after the end of AOL: one problem, on its line 18. */
export const retiredSpec = soundSpec.replace('2014-03-01', '2014-07-01');

let files = 0;

/** Writes a file into the workspace and opens it in an editor; without a name, under one that no test had before. */
export async function openFile(text: string, name = `suite-${++files}.lync.yaml`): Promise<TextDocument> {
  const document = await workspace.openTextDocument(await writeFile(name, text));
  await window.showTextDocument(document);
  return document;
}

/** Writes a file into the workspace and leaves it closed. */
export async function writeFile(name: string, text: string): Promise<Uri> {
  const file = fileCalled(name);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}

/** A file of the workspace, whether it is there or not. */
export function fileCalled(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the suite needs a workspace folder');
  return Uri.joinPath(folder.uri, name);
}

/** Puts a text in the place of another one. */
export async function replace(document: TextDocument, before: string, after: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, before), after);
  await workspace.applyEdit(edit);
}

/** Where a text stands for the first time. */
export function rangeOf(document: TextDocument, text: string): Range {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`the document does not hold \`${text}\``);
  return new Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** The place after a text. */
export function after(document: TextDocument, text: string): Position {
  return rangeOf(document, text).end;
}

/** What the extension says about a document, as `line:column severity rule`. */
export function problems({ uri }: TextDocument): readonly string[] {
  return problemsOf(uri);
}

/** The same about a file, opened or not. */
export function problemsOf(uri: Uri): readonly string[] {
  return languages.getDiagnostics(uri).map((problem) => {
    const { start } = problem.range;
    return `${start.line + 1}:${start.character + 1} ${severities[problem.severity]} ${rule(problem)}`;
  });
}

/** Leaves nothing open, saved or not. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor !== undefined) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

const severities = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

function rule({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
