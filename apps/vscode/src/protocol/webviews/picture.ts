import * as v from 'valibot';

import type { Contract } from '../channel.js';
import { bytes } from '../values.js';

/** What the panel shows: a picture that is to become pixels. */
export const pictureSource = v.object({ ticket: v.string() });

/** What the host does for the webview. */
export const pictureContract = {
  /** The picture, and how many pixels one of its units gets. */
  take: { params: v.object({}), result: v.object({ svg: v.string(), scale: v.number() }) },
  deliver: { params: v.object({ png: bytes }), result: v.null() },
  fail: { params: v.object({ message: v.string() }), result: v.null() },
} satisfies Contract;
