import { modelPage } from './model.js';

/** A file that claims to be a model and is none. */
export default function () {
  const text =
    '{"format":"tenfold-model","formatVersion":1,"classes":["<img src=x onerror=alert(1)>",1e400]}';
  return modelPage('<b>broken</b>.tenfold.json', Buffer.from(text));
}
