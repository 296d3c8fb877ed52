// A claim's mark becomes an anchor above its paragraph, and nothing else of the page changes.
import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { remarkClaims } from './remark-claims.ts';

async function drawn(source: string): Promise<string> {
  const { default: Content } = await evaluate(
    { value: source, path: 'content/one.mdx' },
    { ...runtime, remarkPlugins: [remarkClaims] },
  );
  return renderToStaticMarkup(createElement(Content)).replaceAll('\n', '');
}

test('a mark is an anchor for each of its claims; other comments are nothing', async () => {
  expect(await drawn('{/* claims 4, 5: idle-cpu */}\n\nA core.\n\n{/* a note */}')).toBe(
    '<span class="claims"><span id="claim-4"></span><span id="claim-5"></span></span><p>A core.</p>',
  );
});

test('a mark within a paragraph, or in what is hidden at first, is refused with what would do', async () => {
  const told = 'content/one.mdx:1: found claim 4 within something else';
  await expect(drawn('A core {/* claim 4 */} runs.')).rejects.toThrow(told);
  await expect(drawn('<div>\n\n{/* claim 4 */}\n\nA core.\n\n</div>')).rejects.toThrow(
    'content/one.mdx:3: found claim 4',
  );
  await expect(drawn('{/* claim four */}\n\nA core.')).rejects.toThrow('{/* claim 22 */}');
});
