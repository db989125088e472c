import { expect, test } from '@jest/globals';

import { escapeMarkup } from '../src/index.js';

test('markup is shown and not obeyed', () => {
  expect(escapeMarkup(`<a href="x" title='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  );
  expect(escapeMarkup('7 日本 \u0007')).toBe('7 日本 \u0007');
});
