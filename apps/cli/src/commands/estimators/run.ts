import type { AnyDefinition, Param } from '@tenfold/base';
import { classifiers, findClassifier } from '@tenfold/catalogue';

import type { Run } from '../../context.js';
import { attributeOf, flaggedParams, wordsOf } from '../../options/estimator-flags.js';
import { flagOf } from '../../options/flag-of.js';
import type { CommonFlags } from '../../options/flags.js';
import { plainWord } from '../../options/parse.js';
import type { Output } from '../../terminal/output.js';
import { table } from '../../terminal/table.js';
import { wrap } from '../../terminal/wrap.js';

/** Lists the classifiers, or the hyper-parameters of one. */
export const run: Run<CommonFlags> = ([name], _flags, { out }) => {
  if (name === undefined) listAll(out);
  else printOne(out, findClassifier(name).definition);
  return Promise.resolve();
};

function listAll(out: Output): void {
  const all = classifiers.map(({ definition }) => definition);
  out.result({ estimators: all.map(({ id, name, summary }) => ({ id, name, summary })) });
  const rows = all.map(({ id, name, summary }) => [id, name, summary]);
  out.print(table(out.colours, { head: ['id', 'class', 'what it does'] }, rows));
}

function printOne(out: Output, definition: AnyDefinition): void {
  const { id, name, summary, presets } = definition;
  const all = flaggedParams(definition);
  out.result({
    id,
    name,
    summary,
    params: all.map(([param, { kind, default: fallback, expected, doc }]) => ({
      name: param,
      flag: flagOf(attributeOf(param)),
      kind,
      default: fallback ?? null,
      expected,
      doc,
    })),
    presets,
  });
  out.print(`${out.colours.bold(name)} (${id})\n${summary}\n`);
  const rows = all.map(([param, description]) => [
    flagOf(attributeOf(param)),
    plainWord(description.default),
    valuesOf(description),
  ]);
  out.print(table(out.colours, { head: ['flag', 'default', 'values'] }, rows));
  for (const [param, { doc }] of all) {
    out.print(
      `\n${out.colours.bold(flagOf(attributeOf(param)))}\n${wrap(plainDoc(doc), Math.min(out.width, 100))}`,
    );
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
