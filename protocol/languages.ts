/** The language id of a federation spec. */
export const SPEC_LANGUAGE = 'lync-federation';

/** The language id of a project file. */
export const PROJECT_LANGUAGE = 'lync-federation-project';

/** The language id of a plan, which is read and not typed. */
export const PLAN_LANGUAGE = 'lync-federation-plan';

/** The scheme of the documents in which the client shows a plan. */
export const PLAN_SCHEME = 'lync-federation-plan';

/** The scheme of the documents in which the client shows the pages about rules. */
export const RULE_SCHEME = 'lync-federation-rule';

/** The scheme of the documents in which the client shows answers about a spec. */
export const ANSWER_SCHEME = 'lync-federation-answer';
