import { expect, test } from '@jest/globals';

import { LatestQuestion } from '../../src/webviews/draw/latest-question.js';

/** A question whose answer the test gives. */
interface Asked {
  readonly question: number;
  readonly answer: (text: string) => void;
  readonly fail: (error: Error) => void;
}

function made() {
  const asked: Asked[] = [];
  const answers: unknown[] = [];
  const questions = new LatestQuestion(
    (question: number) =>
      new Promise<string>((answer, fail) => {
        asked.push({ question, answer, fail });
      }),
    (answer) => answers.push(answer),
    (error) => answers.push(error),
  );
  return { asked, answers, questions };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('while an answer is awaited only the latest of the others is kept', async () => {
  const { asked, answers, questions } = made();
  for (let i = 1; i <= 5; i++) questions.ask(i);
  expect(asked.map(({ question }) => question)).toEqual([1]);
  asked[0].answer('one');
  await turn();
  expect(asked.map(({ question }) => question)).toEqual([1, 5]);
  asked[1].answer('five');
  await turn();
  expect(answers).toEqual(['one', 'five']);
});

test('the error of a question is passed on, and the next one is asked', async () => {
  const { asked, answers, questions } = made();
  questions.ask(1);
  const error = new Error('no');
  asked[0].fail(error);
  await turn();
  questions.ask(2);
  asked[1].answer('two');
  await turn();
  expect(answers).toEqual([error, 'two']);
});

test('a forgotten question is not answered, and the next one is', async () => {
  const { asked, answers, questions } = made();
  questions.ask(1);
  questions.ask(2);
  questions.forget();
  questions.ask(3);
  asked[0].answer('one');
  await turn();
  asked[1].answer('three');
  await turn();
  expect(answers).toEqual(['three']);
});
