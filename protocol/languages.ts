/** The language id of a federation spec. */
export const SPEC_LANGUAGE = 'lync-federation';

/** The language id of a project file. */
export const PROJECT_LANGUAGE = 'lync-federation-project';
