import { describe, expect, test } from '@jest/globals';
import { type Computation, type EstimatorClass, type ParamTable, runLater, runNow } from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import {
  ByteMatrix,
  type DesignMatrix,
  DoubleMatrix,
  Matrix,
  referenceBackend,
  WORK_PER_TURN,
} from '@tenfold/linalg';
import fc from 'fast-check';

import { MinMaxScaler, StandardScaler } from '../src/index.js';
import { rowsOfNumbers, someRows } from './data.js';

type Scaler = StandardScaler | MinMaxScaler;

const classes = [StandardScaler, MinMaxScaler].map(
  (Class) =>
    [Class.definition.name, Class as unknown as EstimatorClass<Scaler> & typeof StandardScaler] as const,
);

describe.each(classes)('%s', (name, Class) => {
  const { definition } = Class;
  const make = (options = {}): Scaler => new Class(options);

  test.each(Object.entries(definition.params as unknown as ParamTable))(
    'the hyper-parameter %s accepts and refuses what its description says',
    (param, { bounds, doc }) => {
      for (const value of bounds.accepted) {
        const scaler = make({ [param]: value });
        expect(scaler.clone().params).toEqual(scaler.params);
      }
      for (const value of bounds.refused) expect(() => make({ [param]: value })).toThrow(ParameterError);
      expect(doc).toMatch(/^[A-Z].*\.$/s);
    },
  );

  test('misspelt options are refused with a hint', async () => {
    const misspelt = name === 'MinMaxScaler' ? { clipp: true } : { withmean: true };
    expect(() => make(misspelt)).toThrow('did you mean');
    const fit = make().fit([[1]], { signals: undefined } as object);
    await expect(fit).rejects.toThrow('did you mean signal?');
  });

  test('a model is read from JSON to the bit', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfNumbers, async (X) => {
        const scaler = await make().fit(X);
        const again = Class.fromJSON(JSON.parse(JSON.stringify(scaler)));
        expect(again.toJSON()).toEqual(scaler.toJSON());
        expect(again.transform(X)).toEqual(scaler.transform(X));
      }),
    );
  });

  test('the same rows in whatever form give the same', async () => {
    const rows = someRows();
    const forms = [
      rows.map((row) => Float64Array.from(row)),
      new Matrix(rows),
      new DoubleMatrix(50, 4, Float64Array.from(rows.flat())),
    ];
    const expected = await make().fit(rows);
    for (const X of forms) {
      const scaler = await make().fit(X);
      expect(scaler.toJSON()).toEqual(expected.toJSON());
      expect(scaler.transform(X)).toEqual(expected.transform(rows));
      expect(await scaler.transformAsync(X)).toEqual(expected.transform(rows));
    }
    expect(await make().fitTransform(rows)).toEqual(expected.transform(rows));
  });

  test('sparse rows are transformed as dense ones', async () => {
    const dense = [
      [0, 2, 0, 5],
      [1, 0, 0, 5],
      [0, 0, 0, 0],
    ];
    const design: DesignMatrix = {
      kind: 'csr',
      rows: 3,
      columns: 4,
      values: Float64Array.of(2, 5, 1, 5),
      columnIndices: Uint16Array.of(1, 3, 0, 3),
      rowPointers: Uint32Array.of(0, 2, 4, 4),
    };
    const scaler = await make().fit(someRows());
    const transform = scaler.definition.transform as (
      fitted: unknown,
      rows: DesignMatrix,
    ) => Computation<Float64Array>;
    const values = runNow(transform(scaler.getFitted(), design));
    expect([...values]).toEqual(scaler.transform(dense).to1DArray());
    const how = { backend: referenceBackend, threads: undefined, signal: undefined };
    expect(await runLater(transform(scaler.getFitted(), design), how)).toEqual(values);
  });

  test('what is given is read at the call and never written to', async () => {
    const X = new DoubleMatrix(50, 4, Float64Array.from(someRows().flat()));
    const kept = X.data.slice();
    const expected = await make().fit(X);
    const scaled = expected.transform(X);
    expect(X.data).toEqual(kept);
    const scaler = make();
    const promises = [scaler.fitTransform(X), expected.transformAsync(X), make().fit(X)] as const;
    X.data.fill(1);
    expect(await promises[0]).toEqual(scaled);
    expect(await promises[1]).toEqual(scaled);
    expect((await promises[2]).toJSON()).toEqual(expected.toJSON());
    const bytes = new ByteMatrix(2, 2, Uint8Array.of(1, 2, 3, 250));
    const scaledBytes = await make().fitTransform(bytes);
    scaledBytes.set(0, 0, 9);
    expect(bytes.data).toEqual(Uint8Array.of(1, 2, 3, 250));
  });

  test('two fits at once do not disturb each other', async () => {
    const scaler = make();
    const [X, Y] = [someRows(), someRows(20).map((row) => row.slice(0, 2).map((x) => x * 3))];
    const [one, other] = await Promise.all([scaler.fitTransform(X), scaler.fitTransform(Y)]);
    expect(one).toEqual(await make().fitTransform(X));
    expect(other).toEqual(await make().fitTransform(Y));
    expect([2, 4]).toContain(scaler.nFeatures);
  });

  test('a cancelled fit leaves it as it was', async () => {
    const scaler = await make().fit([[1], [2]]);
    const before = scaler.toJSON();
    const reason = new Error('enough');
    await expect(scaler.fit([[7]], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const small = scaler.fit([[7]], { signal: controller.signal });
    controller.abort(reason);
    await expect(small).rejects.toBe(reason);
    const columns = 100;
    const rows = (3 * WORK_PER_TURN) / columns;
    const later = new AbortController();
    const large = scaler.fit(new ByteMatrix(rows, columns), { signal: later.signal });
    setImmediate(() => later.abort(reason));
    await expect(large).rejects.toBe(reason);
    expect(scaler.toJSON()).toEqual(before);
    await expect(scaler.transformAsync([[1]], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('columns have names', async () => {
    const featureNames = ['height', 'weight'];
    const scaler = await make().fit(
      [
        [1, 10],
        [2, 30],
      ],
      { featureNames },
    );
    expect(scaler.getFeatureNamesOut()).toEqual(featureNames);
    expect(scaler.transform([[30, 1]], { featureNames: ['weight', 'height'] })).toEqual(
      scaler.transform([[1, 30]]),
    );
    expect(() => scaler.transform([[30, 1]], { featureNames: ['weight', 'age'] })).toThrow(
      'missing "height"',
    );
    expect((await make().fit([[1, 2]])).getFeatureNamesOut()).toEqual(['x0', 'x1']);
    const again = Class.fromJSON(JSON.parse(JSON.stringify(scaler)));
    expect(again.featureNamesIn).toEqual(featureNames);
  });

  test('many rows take a few passes over blocks', async () => {
    const X = new ByteMatrix(
      20_000,
      30,
      Uint8Array.from({ length: 600_000 }, (_, at) => (at * 7919) % 251),
    );
    const scaler = await make().fit(X);
    const scaled = await scaler.transformAsync(X);
    expect(Matrix.sub(scaled, scaler.transform(X)).norm()).toBe(0);
    expect(scaler.inverseTransform(scaled).get(2999, 99)).toBeCloseTo(X.get(2999, 99), 10);
  });
});
