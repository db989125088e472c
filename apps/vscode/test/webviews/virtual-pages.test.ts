import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { Images } from '../../src/webviews/shared/image-grid-images.js';
import { Pages } from '../../src/webviews/shared/virtual-pages.js';

/** Pages whose coming the test decides. */
function pagesOf(budget = 1000, sizeOf: (value: string) => number = () => 100) {
  const asked: number[] = [];
  const waiting = new Map<number, { give: (value: string) => void; fail: (error: unknown) => void }>();
  const cancelled: number[] = [];
  let changes = 0;
  const pages = new Pages<string>({
    load(page, signal) {
      asked.push(page);
      signal.addEventListener('abort', () => cancelled.push(page));
      return new Promise((give, fail) => waiting.set(page, { give, fail }));
    },
    sizeOf,
    budget,
    onChange: () => {
      changes++;
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    pages,
    asked,
    cancelled,
    changes: () => changes,
    give: async (...numbers: number[]) => {
      for (const page of numbers) waiting.get(page)?.give(`page ${page}`);
      await settle();
    },
    fail: async (page: number, error: unknown) => {
      waiting.get(page)?.fail(error);
      await settle();
    },
  };
}

describe('pages', () => {
  test('are asked for in the order in which they are wanted, four at a time, each once', async () => {
    const { pages, asked, give, changes } = pagesOf();
    pages.want([7, 3, 9, 1, 5, 2]);
    pages.want([7, 3, 9, 1, 5, 2]);
    expect(asked).toEqual([7, 3, 9, 1]);
    await give(3);
    expect(asked).toEqual([7, 3, 9, 1, 5]);
    expect(pages.get(3)).toBe('page 3');
    expect(pages.get(7)).toBeUndefined();
    expect(changes()).toBe(1);
    await give(7, 9, 1, 5);
    await give(2);
    pages.want([7, 3]);
    expect(asked).toEqual([7, 3, 9, 1, 5, 2]);
  });

  test('that are no longer wanted are cancelled, and what comes of them is not kept', async () => {
    const { pages, asked, cancelled, give, changes } = pagesOf();
    pages.want([1, 2, 3, 4, 5]);
    pages.want([4, 6]);
    expect(cancelled).toEqual([1, 2, 3]);
    expect(asked).toEqual([1, 2, 3, 4, 6]);
    await give(1, 2, 3);
    expect([pages.get(1), pages.bytes, changes()]).toEqual([undefined, 0, 0]);
    await give(4, 6);
    expect([pages.get(4), pages.get(6), pages.bytes]).toEqual(['page 4', 'page 6', 200]);
  });

  test('a page that is wanted again after it was cancelled is asked for again', async () => {
    const { pages, asked, give } = pagesOf();
    pages.want([1]);
    pages.want([2]);
    pages.want([1]);
    expect(asked).toEqual([1, 2, 1]);
    await give(1);
    expect(pages.get(1)).toBe('page 1');
  });

  test('the one that was used longest ago goes first when there is no more room', async () => {
    const { pages, give } = pagesOf(300);
    for (const page of [1, 2, 3]) {
      pages.want([page]);
      await give(page);
    }
    pages.get(1);
    pages.want([4]);
    await give(4);
    expect([1, 2, 3, 4].map((page) => pages.get(page))).toEqual(['page 1', undefined, 'page 3', 'page 4']);
    expect(pages.bytes).toBe(300);
  });

  test('what is wanted stays, even when it is more than the room', async () => {
    const { pages, give } = pagesOf(250);
    pages.want([1, 2, 3, 4]);
    await give(1, 2, 3, 4);
    expect(pages.bytes).toBe(400);
    pages.want([9]);
    await give(9);
    expect(pages.bytes).toBeLessThanOrEqual(250);
    expect(pages.get(9)).toBe('page 9');
  });

  test('a failure is told as long as the page is wanted, and tried again when asked', async () => {
    const { pages, asked, give, fail, changes } = pagesOf();
    pages.want([1, 2]);
    await fail(1, new Error('The disk is gone.'));
    expect([pages.failure, changes()]).toEqual(['The disk is gone.', 1]);
    pages.want([1, 2]);
    expect(asked).toEqual([1, 2]);
    pages.want([2]);
    expect(pages.failure).toBeUndefined();
    pages.want([1]);
    expect(pages.failure).toBe('The disk is gone.');
    pages.retry();
    expect(pages.failure).toBeUndefined();
    expect(asked).toEqual([1, 2, 1]);
    await give(1);
    expect(pages.get(1)).toBe('page 1');
    pages.want([3]);
    await fail(3, 'no words');
    expect(pages.failure).toBe('no words');
  });

  test('a cancelled page that fails is no failure', async () => {
    const { pages, fail } = pagesOf();
    pages.want([1]);
    pages.want([]);
    await fail(1, new Error('cancelled'));
    pages.want([1]);
    expect(pages.failure).toBeUndefined();
  });

  test('nothing is asked for after the end', async () => {
    const { pages, asked, cancelled, give } = pagesOf();
    pages.want([1, 2]);
    await give(1);
    pages.close();
    pages.want([3]);
    await give(2);
    expect([asked, cancelled, pages.bytes, pages.get(1), pages.get(2)]).toEqual([
      [1, 2],
      [2],
      0,
      undefined,
      undefined,
    ]);
  });

  test('however it is scrolled, four are under way and the room is not exceeded by more than what is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(100), fc.boolean()), { maxLength: 60 }), async (moves) => {
        let underWay = 0;
        let most = 0;
        const pages = new Pages<number>({
          load: async (page, signal) => {
            most = Math.max(most, ++underWay);
            const leave = (): void => {
              underWay--;
            };
            signal.addEventListener('abort', leave, { once: true });
            await new Promise((resolve) => setImmediate(resolve));
            if (!signal.aborted) {
              signal.removeEventListener('abort', leave);
              leave();
            }
            return page;
          },
          sizeOf: () => 10,
          budget: 80,
          onChange: () => undefined,
        });
        for (const [first, isQuick] of moves) {
          const wanted = [first, first + 1, first + 2, first + 3, first - 1].filter((page) => page >= 0);
          pages.want(wanted);
          if (!isQuick) for (let i = 0; i < 4; i++) await new Promise((resolve) => setImmediate(resolve));
          if (!isQuick) expect(wanted.map((page) => pages.get(page))).toEqual(wanted);
          expect(pages.bytes).toBeLessThanOrEqual(80);
        }
        expect(most).toBeLessThanOrEqual(4);
        pages.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('images in pages', () => {
  const MNIST = { count: 70_000, shape: [28, 28], channels: 1 } as const;

  function imagesOf(wrong: (from: number) => boolean = () => false) {
    const asked: [from: number, count: number][] = [];
    const images = new Images({
      ...MNIST,
      load: (from, count) => {
        asked.push([from, count]);
        return Promise.resolve(
          Uint8Array.from({ length: (wrong(from) ? count - 1 : count) * 784 }, (_, i) => from + i / 784),
        );
      },
    });
    return { images, asked };
  }

  const settle = () => new Promise((resolve) => setImmediate(resolve));

  test('those that are seen come first, then those below, then those above', async () => {
    const { images, asked } = imagesOf();
    expect(images.perPage).toBe(256);
    images.want(300, 600);
    await settle();
    expect(asked).toEqual([
      [256, 256],
      [512, 256],
      [768, 256],
      [0, 256],
    ]);
    expect(images.get(300)).toHaveLength(784);
    expect(images.get(300)?.[0]).toBe(300 % 256);
    expect(images.get(599)?.[783]).toBe(599 % 256);
    expect(images.get(1024)).toBeUndefined();
  });

  test('the last page holds what is left', async () => {
    const { images, asked } = imagesOf();
    images.want(69_990, 70_000);
    await settle();
    expect(asked).toEqual([
      [69_888, 112],
      [69_632, 256],
    ]);
    expect(images.get(69_999)?.[0]).toBe(69_999 % 256);
  });

  test('all 70,000 in turn take no more memory than the budget', async () => {
    const { images, asked } = imagesOf();
    let most = 0;
    for (let from = 0; from < 70_000; from += 256) {
      images.want(from, Math.min(from + 256, 70_000));
      await settle();
      most = Math.max(most, images.held);
    }
    expect(asked).toHaveLength(274);
    expect(most).toBeLessThanOrEqual(32 * 2 ** 20);
    expect(most).toBeGreaterThan(31 * 2 ** 20);
    expect(images.get(69_999)).toBeDefined();
    expect(images.get(0)).toBeUndefined();
    images.close();
    expect(images.held).toBe(0);
  });

  test('bytes that are too few are a failure that can be tried again', async () => {
    let isWrong = true;
    const { images, asked } = imagesOf((from) => isWrong && from === 0);
    let nChanges = 0;
    const end = images.listen(() => {
      nChanges++;
    });
    images.want(0, 10);
    await settle();
    expect(images.failure).toBe('256 images came as 199920 bytes.');
    expect(images.get(0)).toBeUndefined();
    expect(nChanges).toBe(2);
    isWrong = false;
    images.retry();
    end();
    await settle();
    expect([images.failure, images.get(0)?.length, nChanges]).toEqual([undefined, 784, 2]);
    expect(asked.map(([from]) => from)).toEqual([0, 256, 0]);
  });

  test('images larger than a page come one by one, and none at all ask for nothing', async () => {
    const asked: number[] = [];
    const load = (from: number, count: number): Promise<Uint8Array> => {
      asked.push(from);
      return Promise.resolve(new Uint8Array(count * 4_000_000));
    };
    const large = new Images({ count: 3, shape: [1000, 1000], channels: 4, load });
    expect(large.perPage).toBe(1);
    large.want(0, 1);
    await settle();
    expect(asked).toEqual([0, 1]);
    const none = new Images({ count: 0, shape: [0, 0], channels: 1, load });
    none.want(0, 0);
    expect(asked).toEqual([0, 1]);
  });
});
