import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { formatQuantity } from '@tenfold/core';
import { compareLabels } from '@tenfold/linalg';

import { ImageFileError } from '../../images/image-file-error.js';
import { asFileError } from '../file-error.js';

/** The images of a folder. */
export interface ImageList {
  /** Paths, class after class, both in the order of their code points. */
  readonly files: readonly string[];
  /** The folder's name of each image, or undefined when they lie in no folders of classes. */
  readonly classes: readonly string[] | undefined;
  readonly warnings: readonly string[];
}

const EXTENSION = /\.(png|jpe?g)$/i;

/**
 * Finds PNG and JPEG files by their names: in one folder a class, in one folder alone, or a single file. Hidden files are
 * skipped; a warning counts other files.
 *
 * @throws ImageFileError when there are none, or images and folders are mixed
 * @throws FileError when a folder cannot be looked into
 */
export async function listImages(path: string): Promise<ImageList> {
  if (!(await isFolder(path))) return { files: [path], classes: undefined, warnings: [] };
  const top = await readFolder(path);
  if (top.folders.length === 0) {
    if (top.images.length === 0)
      throw new ImageFileError(path, 'empty', 'there are no PNG or JPEG images in the folder');
    return {
      files: top.images.map((name) => join(path, name)),
      classes: undefined,
      warnings: leftOutWarnings(path, top.others),
    };
  }
  if (top.images.length > 0) {
    const reason = `there are images (${top.images[0]}) beside folders (${top.folders[0]}); put each image into the folder of its class`;
    throw new ImageFileError(path, 'layout', reason);
  }
  return listClasses(path, top);
}

async function listClasses(path: string, top: FolderEntries): Promise<ImageList> {
  const files: string[] = [];
  const classes: string[] = [];
  let others = top.others;
  const empty: string[] = [];
  for (const name of top.folders) {
    const folder = join(path, name);
    const inside = await readFolder(folder);
    if (inside.folders.length > 0) {
      const reason = `there are folders (${inside.folders[0]}) in the folder of a class; name the folder whose folders are the classes`;
      throw new ImageFileError(folder, 'layout', reason);
    }
    if (inside.images.length === 0) empty.push(name);
    for (const image of inside.images) {
      files.push(join(folder, image));
      classes.push(name);
    }
    others += inside.others;
  }
  if (files.length === 0)
    throw new ImageFileError(path, 'empty', 'there are no PNG or JPEG images in its folders');
  const without = empty.length === 0 ? [] : [`${path} has folders without images: ${empty.join(', ')}`];
  return { files, classes, warnings: [...leftOutWarnings(path, others), ...without] };
}

interface FolderEntries {
  readonly images: readonly string[];
  readonly folders: readonly string[];
  /** How many files are no images. */
  readonly others: number;
}

async function readFolder(path: string): Promise<FolderEntries> {
  const images: string[] = [];
  const folders: string[] = [];
  let others = 0;
  try {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const { name } = entry;
      if (name.startsWith('.') || name === '__MACOSX') continue;
      const folder = entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(join(path, name))));
      if (folder) folders.push(name);
      else if (EXTENSION.test(name)) images.push(name);
      else others++;
    }
  } catch (error) {
    throw asFileError(error, 'read', path);
  }
  return { images: images.sort(compareLabels), folders: folders.sort(compareLabels), others };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw asFileError(error, 'read', path);
  }
}

function leftOutWarnings(path: string, others: number): string[] {
  if (others === 0) return [];
  return [`${formatQuantity(others, 'file')} of ${path} are no PNG or JPEG and were left out`];
}
