import { type AnyClassifier, ModelFormatError } from '@tenfold/base';
import { errorMessage } from '@tenfold/core';
import { classifierFromJSON } from '@tenfold/runs';

/** A model's file of more bytes is not read: one that keeps all of MNIST takes 70 MB. */
export const LARGEST_MODEL = 128 * 2 ** 20;

/** A file is no model that can be read, and why, in a sentence. */
export class BrokenModelError extends Error {
  override readonly name = 'BrokenModelError';
}

/**
 * Throws when a file is too large to be a model's.
 *
 * @param name the file's
 * @param size in bytes
 * @throws BrokenModelError
 */
export function checkModelSize(name: string, size: number): void {
  if (size <= LARGEST_MODEL) return;
  const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
  throw new BrokenModelError(
    `${name} is ${megabytes(size)} large; a model's file of more than ${megabytes(LARGEST_MODEL)} is not read.`,
  );
}

/**
 * Reads the bytes of a model's file. Nothing of it is run, and nothing of it is used before it has been checked.
 *
 * @param name the file's
 * @param bytes its content
 * @throws BrokenModelError when it is none
 */
export function parseModelFile(name: string, bytes: Uint8Array): AnyClassifier {
  checkModelSize(name, bytes.length);
  try {
    return classifierFromJSON(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BrokenModelError(`${name} ${whatIsWrong(cause)}.`, { cause });
  }
}

function whatIsWrong(error: unknown): string {
  if (isNamed(error, 'TypeError')) return 'is no text in UTF-8';
  if (isNamed(error, 'RangeError')) return 'is nested too deep to be a model';
  if (!(error instanceof ModelFormatError)) return `cannot be read: ${shorten(errorMessage(error))}`;
  const detail = shorten(error.detail);
  return error.problem === 'json'
    ? `is no JSON: ${detail.replace(/^the text is no JSON \((.*)\)$/s, '$1')}`
    : `is no model that can be read: ${detail}`;
}

/** By the name and not by instanceof, as the decoder's errors may come from another realm. */
function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}

/** Errors quote what they found, which may be anything. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/\.$/, '');
  return line.length > 240 ? `${line.slice(0, 240)}…` : line;
}
