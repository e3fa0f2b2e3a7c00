import type { Problem } from '../problem.ts';

/** By rules that look for more than is meant: the ids of which a finding has to be about one. */
export type Subjects = Readonly<Partial<Record<string, readonly string[]>>>;

/** Whether what was found is about one of the subjects that are meant; so is all that a rule finds for which none are named. */
export function isMeant({ rule, subjects = [] }: Pick<Problem, 'rule' | 'subjects'>, meant: Subjects = {}): boolean {
  const wanted = meant[rule];
  return wanted === undefined || wanted.some((one) => subjects.includes(one));
}
