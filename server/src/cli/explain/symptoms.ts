import { type Answer, answers } from '../../diagnose/asked.ts';
import { rulesOf, symptomCard, titleOf } from '../../diagnose/symptom-card.ts';
import { causesOf, documentsOf } from '../../diagnose/symptoms.ts';
import { textOf } from '../../text/message.ts';

/** What symptoms a few words tell of, as Markdown and for programs; none where they tell of none. */
export function symptomsNamed(words: string): readonly { readonly card: string; readonly data: object }[] {
  return answers(words).map((answer) => ({ card: symptomCard(answer, { bundle: {} }), data: dataOf(answer) }));
}

function dataOf({ symptom, code, said }: Answer): object {
  const { causes: _, sources: __, verified = true, ...rest } = symptom;
  return {
    ...rest,
    ...(code !== undefined && { code }),
    title: textOf(titleOf(symptom, code)),
    verified,
    said: Object.fromEntries(said),
    causes: causesOf(symptom).map((cause) => ({ ...cause, rules: rulesOf(cause) })),
    sources: documentsOf(symptom),
  };
}
