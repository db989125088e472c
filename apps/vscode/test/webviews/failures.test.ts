import { expect, test } from '@jest/globals';

import { Failures } from '../../src/webviews/shared/failures.js';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function listened() {
  const failures = new Failures();
  const shown: unknown[] = [];
  const end = failures.listen((error) => shown.push(error));
  return { failures, shown, end };
}

test('a failure of work is shown, and goes when other work begins', async () => {
  const { failures, shown } = listened();
  failures.show(Promise.reject(new Error('full')));
  await turn();
  expect(shown.at(-1)).toEqual(new Error('full'));
  failures.show(Promise.resolve());
  await turn();
  expect(shown.at(-1)).toBeUndefined();
});

test('work that fails after other work was begun is not shown', async () => {
  const { failures, shown } = listened();
  let fail: (error: Error) => void = () => undefined;
  failures.show(new Promise((_, reject) => (fail = reject)));
  failures.show(Promise.resolve());
  fail(new Error('late'));
  await turn();
  expect(shown).toEqual([undefined, undefined]);
});

test('what nobody has caught is shown until it is dismissed, and not after the page is gone', () => {
  const { failures, shown, end } = listened();
  failures.report('odd');
  failures.dismiss();
  end();
  failures.report('later');
  expect(shown).toEqual(['odd', undefined]);
});
