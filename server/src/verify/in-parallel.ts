/** Asks many things, at most so many of them at a time; each once, whoever is known by the same key. */
export async function inParallel<Q extends object, A>(
  questions: readonly Q[],
  answer: (question: Q) => Promise<A>,
  most: number,
): Promise<readonly A[]> {
  const answers: A[] = [];
  const queue = [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()].entries();
  const work = async () => {
    for (const [i, question] of queue) answers[i] = await answer(question);
  };
  await Promise.all(Array.from({ length: most }, work));
  return answers;
}
