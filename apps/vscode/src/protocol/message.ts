import * as v from 'valibot';

const id = v.pipe(v.number(), v.integer(), v.minValue(1));

const failure = v.object({
  name: v.string(),
  message: v.string(),
  kind: v.optional(v.picklist(['input', 'outside', 'internal'])),
  /** Where in a table something is wrong: the line, and the number of the cell in it, both from 1. */
  place: v.optional(v.object({ line: v.number(), cell: v.optional(v.number()) })),
});

/** What goes over a channel. */
export const messageSchema = v.variant('kind', [
  v.object({ kind: v.literal('call'), id, method: v.string(), params: v.unknown() }),
  v.object({ kind: v.literal('cancel'), id }),
  v.object({ kind: v.literal('notice'), id, value: v.unknown() }),
  v.object({ kind: v.literal('result'), id, value: v.unknown() }),
  v.object({ kind: v.literal('failure'), id, error: failure }),
]);

/** What goes over a channel. */
export type Message = v.InferOutput<typeof messageSchema>;

/** An error on its way to the other side. */
export type RemoteFailure = v.InferOutput<typeof failure>;
