import { InputError } from '@tenfold/core';
import * as v from 'valibot';
import * as vscode from 'vscode';

const components = v.object({
  scheme: v.pipe(v.string(), v.nonEmpty()),
  authority: v.optional(v.string(), ''),
  path: v.pipe(v.string(), v.nonEmpty()),
  query: v.optional(v.string(), ''),
  fragment: v.optional(v.string(), ''),
});

const fileSchema = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  components,
  v.pipe(
    v.object({ file: v.pipe(v.string(), v.nonEmpty()) }),
    v.transform(({ file }) => file),
  ),
  v.pipe(
    v.object({ uri: components }),
    v.transform(({ uri }) => uri),
  ),
]);

/**
 * The file that a command's argument names: a URI or its text, `{ file: text }`, or an item of a view; undefined when
 * nothing was passed.
 *
 * @throws InputError when something else was
 */
export function fileArgument(argument: unknown): vscode.Uri | undefined {
  if (argument === undefined || argument === null) return undefined;
  const parsed = v.safeParse(fileSchema, argument);
  if (!parsed.success) throw new InputError('What was passed is not the URI of a file.');
  return typeof parsed.output === 'string'
    ? vscode.Uri.parse(parsed.output, true)
    : vscode.Uri.from(parsed.output);
}
