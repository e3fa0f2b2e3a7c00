/** A language server that is measured. */
export interface Program {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What it calls the language of its documents; a twin in JSON is made for one that reads that. */
  readonly language: 'lync-federation' | 'yaml' | 'jsonc';
  /** What it is told when it asks for its settings, by sections. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A server of ours. */
export function ours(command: readonly string[], settings: object = {}): Program {
  return { command, language: 'lync-federation', settings: { lyncFederation: settings } };
}
