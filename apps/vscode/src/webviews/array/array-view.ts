import type { Remote } from '../../protocol/channel.js';
import type { ArrayEntryFacts, arrayContract } from '../../protocol/webviews/array.js';
import type { ArrayState } from './state.js';

/** What a view of one of a file's arrays needs. */
export interface ArrayViewProps {
  readonly host: Remote<typeof arrayContract>;
  /** The array's place in the file. */
  readonly place: number;
  readonly entry: ArrayEntryFacts;
  readonly state: ArrayState;
  readonly onChange: (part: Partial<ArrayState>) => void;
}
