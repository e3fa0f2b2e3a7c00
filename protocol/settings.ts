/** The section of an editor's settings that is ours. */
export const SECTION = 'lyncFederation';

/** The names of settings in it that both sides use. */
export const SETTINGS = { asOf: 'asOf', powershell: 'powershell.enable', capture: 'capture' } as const;
