import model from './model.js';

/** A model whose text cannot be opened. */
export default async function () {
  const page = await model();
  const openAsText = () => {
    throw new Error('digits.tenfold.json: the file has gone, or the window may not read it');
  };
  return {
    ...page,
    handlers: { ...page.handlers, openAsText },
    scenes: { fail: (frame) => frame.getByRole('button', { name: 'Open as Text' }).click() },
  };
}
