import * as v from 'valibot';

import type { NeighborQuery } from '../../protocol/webviews/neighbors.js';
import { count, doubles } from '../../protocol/values.js';
import { modelArgument } from '../models/model-argument.js';
import { neighborsPanel } from '../panels/neighbors.js';
import type { Services } from '../services.js';
import type { Command } from './command.js';

const ofRow = v.object({ run: v.string(), row: count });
const ofImage = v.object({ image: doubles });

/**
 * Shows the training rows that vote on a row. Its argument is `{ run }` or `{ model }`, the text of a URI, with the row's number in
 * the run's data set (`row`) or its features (`image`), if one is meant; its result is the run or the model.
 */
export const showNeighborsCommand: Command = {
  id: 'showNeighbors',
  async run(services, argument) {
    const source = await modelArgument(services, argument);
    const query = await queryOf(services, argument);
    if (query !== undefined) services.neighborQueries.ask(source, query);
    services.panels.open(neighborsPanel, source);
    return source;
  },
};

/** The row that an argument means; undefined when it means none, or one that the model was not tested on. */
async function queryOf({ runs }: Services, argument: unknown): Promise<NeighborQuery | undefined> {
  if (v.is(ofImage, argument)) return { image: argument.image };
  if (!v.is(ofRow, argument)) return undefined;
  const { evaluation } = await runs.evaluate(argument.run);
  const place = evaluation.rows.indexOf(argument.row);
  return place < 0 ? undefined : { place };
}
