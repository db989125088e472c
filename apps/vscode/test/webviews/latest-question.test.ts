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
  const told: unknown[] = [];
  const questions = new LatestQuestion(
    (question: number) =>
      new Promise<string>((answer, fail) => {
        asked.push({ question, answer, fail });
      }),
    (answer) => told.push(answer),
    (error) => told.push(error),
  );
  return { asked, told, questions };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('while an answer is awaited only the latest of the others is kept', async () => {
  const { asked, told, questions } = made();
  for (let i = 1; i <= 5; i++) questions.ask(i);
  expect(asked.map(({ question }) => question)).toEqual([1]);
  asked[0].answer('one');
  await turn();
  expect(asked.map(({ question }) => question)).toEqual([1, 5]);
  asked[1].answer('five');
  await turn();
  expect(told).toEqual(['one', 'five']);
});

test('a question that fails is told, and the next one is asked', async () => {
  const { asked, told, questions } = made();
  questions.ask(1);
  const error = new Error('no');
  asked[0].fail(error);
  await turn();
  questions.ask(2);
  asked[1].answer('two');
  await turn();
  expect(told).toEqual([error, 'two']);
});

test('what is forgotten is not told, and what is asked then is', async () => {
  const { asked, told, questions } = made();
  questions.ask(1);
  questions.ask(2);
  questions.forget();
  questions.ask(3);
  asked[0].answer('one');
  await turn();
  asked[1].answer('three');
  await turn();
  expect(told).toEqual(['three']);
});
