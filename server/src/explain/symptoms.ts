import { type Answer, answers } from '../diagnose/asked.ts';
import { rulesOf, symptomCard, titleOf } from '../diagnose/symptom-card.ts';
import { causesOf, documentsOf } from '../diagnose/symptoms.ts';
import type { Env } from '../features/env.ts';
import { prose, textOf } from '../text/message.ts';

/** What symptoms a few words tell of, as Markdown and for programs; none where they tell of none. */
export function symptomsNamed(words: string, env: Env): readonly { readonly card: string; readonly data: object }[] {
  return answers(words).map((answer) => ({ card: symptomCard(answer, env), data: dataOf(answer, env) }));
}

function dataOf({ symptom, code, said }: Answer, { bundle }: Env): object {
  const inWords = (text: string) => textOf(prose(text), bundle);
  const { causes: _, sources: __, verified = true, ...rest } = symptom;
  return {
    ...rest,
    meaning: inWords(rest.meaning),
    ...(code !== undefined && { code }),
    title: textOf(titleOf(symptom, code), bundle),
    verified,
    said: Object.fromEntries(said),
    causes: causesOf(symptom).map((cause) => ({
      ...cause,
      what: inWords(cause.what),
      check: inWords(cause.check),
      rules: rulesOf(cause),
    })),
    sources: documentsOf(symptom),
  };
}
