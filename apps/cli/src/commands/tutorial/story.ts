import { plainText } from '@tenfold/core';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { writeWhole } from '@tenfold/files';
import { type Scene, toHtml } from 'tenfold';

import { writeScene } from '../../shared/write-scene.js';
import type { Output } from '../../terminal/output.js';
import { showScene } from '../../terminal/show-scene.js';
import { wrap } from '../../terminal/wrap.js';

// Longer lines are hard to read, however wide the terminal.
const longest = 84;

/** Tells a story: headings, words, code, what the code gave, and pictures. */
export class Story {
  readonly #out: Output;
  readonly #folder: string;
  readonly #scenes: Scene[] = [];
  /** The pictures drawn so far. */
  readonly pictures: string[] = [];

  /**
   * @param out where it is told
   * @param folder where its pictures go
   */
  constructor(out: Output, folder: string) {
    this.#out = out;
    this.#folder = folder;
  }

  /** The heading of the whole. */
  title(text: string): void {
    const { bold } = this.#out.colours;
    this.#out.print(`\n${bold(text)}\n${'═'.repeat(text.length)}`);
  }

  /** The heading of a chapter. */
  chapter(text: string): void {
    const { bold, dim } = this.#out.colours;
    this.#out.print(`\n\n${bold(text)}\n${dim('─'.repeat(text.length))}`);
  }

  /** The heading of a step in a chapter. */
  step(text: string): void {
    this.#out.print(`\n${this.#out.colours.bold(text)}`);
  }

  /** A paragraph. Code in it stands between backticks. */
  say(text: string): void {
    const width = Math.min(longest, this.#out.width - 1);
    this.#out.print(`\n${this.#paint(wrap(text, width))}`);
  }

  /** Lines of code, as a user would write them. */
  code(...lines: string[]): void {
    const { cyan } = this.#out.colours;
    this.#out.print(`\n${lines.map((line) => (line === '' ? '' : `    ${cyan(line)}`)).join('\n')}`);
  }

  /** What code gave. */
  gives(text: string): void {
    this.#out.print(`\n${text}`);
  }

  /** Draws a picture to a file, and shows it where a person reads along. */
  async picture(name: string, scene: Scene, { show = true } = {}): Promise<void> {
    const path = join(this.#folder, name);
    await mkdir(this.#folder, { recursive: true });
    await writeScene(path, scene, this.#out);
    this.#scenes.push(scene);
    this.pictures.push(path);
    if (show && this.#out.isTerminal) {
      this.#out.print();
      showScene(this.#out, scene, { title: false });
    }
    this.#out.print(`\n${this.#out.colours.green('→')} ${plainText(path)}`);
  }

  /** Puts all pictures on one page and says where it is. */
  async page(title: string): Promise<string> {
    const path = join(this.#folder, 'index.html');
    await writeWhole(path, toHtml(this.#scenes, { title }));
    const names = this.pictures.map((picture) => basename(picture)).join(', ');
    this.say(plainText(`The pictures are in ${this.#folder}: ${names}. All on one page: ${path}`));
    return path;
  }

  // Where there are colours, code stands out by its colour and needs no backticks.
  #paint(text: string): string {
    const { cyan } = this.#out.colours;
    return cyan('x') === 'x' ? text : text.replace(/`([^`]+)`/g, (_, code: string) => cyan(code));
  }
}
