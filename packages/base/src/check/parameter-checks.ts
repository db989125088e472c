import type { AnyDefinition } from '../estimator/definition.js';
import type { EstimatorClass } from '../estimator/estimator.js';
import type { AnyEstimator } from '../estimator/kinds.js';
import type { Param } from '../params/param.js';
import { type EstimatorCheck, Expectations } from './check.js';

/** What must hold of the hyper-parameters of an estimator, whatever it is. */
export function parameterChecks(type: EstimatorClass<AnyEstimator>): EstimatorCheck[] {
  const definition: AnyDefinition = type.definition;
  const { name, id, summary } = definition;
  const expect = new Expectations(name);
  const params = Object.entries(definition.params as Record<string, Param<unknown, unknown>>);
  const make = (options: Record<string, unknown> = {}): AnyEstimator => new type(options as never);

  const described = expect.check('is described in words', () => {
    expect.that(/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(id), 'an id of lower-case words with dashes', id);
    expect.that(/^[A-Z].*\.$/.test(summary), 'a summary that is a sentence', summary);
    for (const [param, { doc }] of params)
      expect.that(/^[A-Z].*\.$/.test(doc), `a sentence about ${param}`, doc);
  });
  const defaults = expect.check('has a value for each parameter, which its constructor takes', () => {
    const given = make().getParams() as Record<string, unknown>;
    expect.same(Object.keys(given).sort(), params.map(([param]) => param).sort(), 'parameters');
    expect.same(make(given).getParams(), given, 'parameters given back to the constructor');
  });
  const bounds = params.map(
    ([
      param,
      {
        bounds: { accepted, refused },
      },
    ]) =>
      expect.check(`keeps the bounds of ${param}`, async () => {
        for (const value of accepted) make().definition.params[param].check(name, param, value);
        for (const value of refused)
          await expect.refuses(() => make({ [param]: value }), 'ParameterError', `${param} ${String(value)}`);
      }),
  );
  const unknown = expect.check(
    'refuses parameters that it does not have, and suggests the nearest',
    async () => {
      for (const [param] of params) {
        const misspelt = `${param}x`;
        const error = await expect.refuses(() => make({ [misspelt]: 1 }), 'ParameterError', misspelt);
        expect.that(
          error.message.includes('did you mean'),
          `the nearest name for ${misspelt}`,
          error.message,
        );
      }
      await expect.refuses(() => make([] as never), 'ParameterError', 'an array of options');
    },
  );
  const copies = expect.check('clones its parameters, and sets all or none', async () => {
    const original = make();
    expect.same(original.clone().getParams(), original.getParams(), 'parameters of a clone');
    expect.that(!original.clone().isFitted, 'a clone that is not fitted', true);
    const before = original.getParams() as unknown;
    await expect.refuses(() => original.setParams({ none: 1 }), 'ParameterError', 'an unknown parameter');
    expect.same(original.getParams(), before, 'parameters after a refusal');
  });
  return [described, defaults, ...bounds, unknown, copies];
}
