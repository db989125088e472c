import type { AnyDefinition, Param } from '@tenfold/base';
import { classifiers, findEstimator, transformers } from '@tenfold/catalogue';

import type { Run } from '../../context.js';
import { attributeOf, flaggedParams, wordsOf } from '../../options/estimator-flags.js';
import { loadedTransformers } from '../../options/definitions.js';
import { flagOf } from '../../options/flag-of.js';
import type { CommonFlags } from '../../options/flags.js';
import { plainWord } from '../../options/parse.js';
import { stepFlagOf } from '../../options/preprocess-flags.js';
import type { Output } from '../../terminal/output.js';
import { table } from '../../terminal/table.js';
import { wrap } from '../../terminal/wrap.js';

/** Lists the classifiers and transformers, or the hyper-parameters of one. */
export const run: Run<CommonFlags> = ([name], _flags, { out }) => {
  if (name === undefined) listAll(out);
  else printOne(out, findEstimator(name).definition);
  return Promise.resolve();
};

function listAll(out: Output): void {
  const lists = [classifiers, transformers].map((classes) =>
    classes.map(({ definition: { id, name, summary } }) => ({ id, name, summary })),
  );
  const [estimators, preparing] = lists;
  out.result({ estimators, transformers: preparing });
  const rows = (list: typeof estimators): string[][] =>
    list.map(({ id, name, summary }) => [id, name, summary]);
  out.print(table(out.colours, { head: ['id', 'class', 'what it does'] }, rows(estimators)));
  out.print();
  out.print(table(out.colours, { head: ['transformer', 'class', 'what it does'] }, rows(preparing)));
}

function printOne(out: Output, definition: AnyDefinition): void {
  const { id, name, summary, presets } = definition;
  const flag = (param: string): string =>
    loadedTransformers().includes(definition) ? stepFlagOf(definition, param) : flagOf(attributeOf(param));
  const all = flaggedParams(definition);
  out.result({
    id,
    name,
    summary,
    params: all.map(([param, { kind, default: fallback, expected, doc }]) => ({
      name: param,
      flag: flag(param),
      kind,
      default: fallback ?? null,
      expected,
      doc,
    })),
    presets,
  });
  out.print(`${out.colours.bold(name)} (${id})\n${summary}\n`);
  const rows = all.map(([param, description]) => [
    flag(param),
    plainWord(description.default),
    valuesOf(description),
  ]);
  out.print(table(out.colours, { head: ['flag', 'default', 'values'] }, rows));
  for (const [param, { doc }] of all) {
    out.print(`\n${out.colours.bold(flag(param))}\n${wrap(plainDoc(doc), Math.min(out.width, 100))}`);
  }
}

/** What a parameter can be, as it is typed. */
function valuesOf(param: Param<unknown, unknown>): string {
  const words = wordsOf(param);
  if (param.kind === 'choice') return words.join(', ');
  return param.kind === 'classWeight'
    ? 'balanced, or 1=2,3=0.5'
    : param.expected.replace('null for none', 'none');
}

function plainDoc(doc: string): string {
  return doc.replaceAll('`', '');
}
