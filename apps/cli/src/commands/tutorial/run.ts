import { checkFolderWritable } from '@tenfold/files';
import type { FetchMnistOptions } from 'tenfold';

import type { Run } from '../../context.js';
import type { NamedDataFlags } from '../../options/data-flags.js';
import type { CommonFlags } from '../../options/flags.js';
import { tellDigits } from './digits.js';
import { tellMnist } from './mnist.js';
import { Story } from './story.js';

interface TutorialFlags extends CommonFlags, NamedDataFlags {
  mnist?: boolean;
  out: string;
}

/** Tells the tutorial. */
export const run: Run<TutorialFlags> = async (_args, flags, context) => {
  await checkFolderWritable(flags.out);
  const story = new Story(context.out, flags.out);
  story.title('Logistic regression on handwritten digits');
  story.say(
    'The well-known scikit-learn tutorial, step by step, in TypeScript. Every step shows the code that you would write, runs it, and prints what it gives.',
  );
  const digits = await tellDigits(story, context);
  const mnist = flags.mnist === true ? await tellMnist(story, mnistOptions(flags), context) : null;
  story.chapter('Where to go from here');
  const page = await story.page('Logistic regression on handwritten digits');
  story.gives(context.out.colours.cyan(nextCommands(mnist !== null).join('\n')));
  context.out.result({ digits, mnist, pictures: story.pictures, page });
};

function mnistOptions({ dataHome, order, mirror }: TutorialFlags): FetchMnistOptions {
  const options = { dataHome, order, mirrors: mirror };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function nextCommands(hasMnist: boolean): string[] {
  return [
    ...(hasMnist ? [] : ['    tenfold tutorial --mnist']),
    '    tenfold train digits --solver liblinear --save model.json',
    '    tenfold evaluate --model model.json digits --report',
    '    tenfold misclassified --model model.json digits',
  ];
}
