/** The language ids that the extension of Red Hat answers for. */
export const yamlLanguages = [
  'yaml',
  'yaml-textmate',
  'yaml-tmlanguage',
  'ansible',
  'azure-pipelines',
  'dockercompose',
  'github-actions-workflow',
  'home-assistant',
  'manifest-yaml',
  'spring-boot-properties-yaml',
] as const;

const shared = { version: '9.9.9', engines: { vscode: '^1.96.0' }, main: './extension.cjs' } as const;

const off = { type: 'boolean', default: false } as const;
const on = { type: 'boolean', default: true } as const;

/** What the extensions that run beside ours say of themselves, as far as it matters to ours: by folder. */
export const manifests = {
  'redhat.vscode-yaml': {
    ...shared,
    publisher: 'redhat',
    name: 'vscode-yaml',
    activationEvents: yamlLanguages.map((language) => `onLanguage:${language}`),
    contributes: {
      languages: [{ id: 'yaml', extensions: ['.yml', '.eyaml', '.eyml', '.yaml'], firstLine: '^#cloud-config' }],
      configuration: {
        properties: {
          'yaml.validate': on,
          'yaml.hover': on,
          'yaml.completion': on,
          'yaml.format.enable': on,
          'yaml.schemas': { type: 'object', default: {} },
          // these two ask the internet
          'yaml.schemaStore.enable': off,
          'yaml.kubernetesCRDStore.enable': off,
        },
      },
      configurationDefaults: { '[yaml]': { 'editor.insertSpaces': true, 'editor.tabSize': 2 } },
    },
  },
  'ms-vscode.powershell': {
    ...shared,
    publisher: 'ms-vscode',
    name: 'powershell',
    activationEvents: ['onLanguage:powershell'],
    contributes: {
      configurationDefaults: { '[powershell]': { 'editor.semanticHighlighting.enabled': false } },
    },
  },
} as const;
