// @ts-check
// The site: Starlight's bones under our own face, React for the labs, and the checks that run on what was built.
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

const base = process.env.BASE_PATH ?? '/';
const site = process.env.SITE_URL ?? 'http://127.0.0.1:4321';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'Interleave',
      description: 'An interactive lesson on concurrency and parallelism for backend engineers.',
      favicon: '/favicon.svg',
      customCss: ['./src/styles/tokens.css'],
      tableOfContents: false,
      expressiveCode: false,
      markdown: { processedDirs: ['./content'] },
    }),
    react(),
    mdx(),
  ],
});
