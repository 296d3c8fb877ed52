// @ts-check
// The site: Starlight's bones under our own face, React for the labs, and the checks that run on what was built.
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { contentSecurityPolicy } from './src/integrations/content-security-policy.ts';
import { javascriptBudget } from './src/integrations/javascript-budget.ts';
import { literalClassNames } from './src/integrations/literal-class-names.ts';
import { remarkChecked } from './src/integrations/remark-checked.ts';
import { remarkClaims } from './src/integrations/remark-claims.ts';
import { remarkGlossary } from './src/integrations/remark-glossary.ts';
import { remarkHead } from './src/integrations/remark-head.ts';
import { remarkNotes } from './src/integrations/remark-notes.ts';
import { remarkProps } from './src/integrations/remark-props.ts';
import { remarkTold } from './src/integrations/remark-told.ts';
import { remarkUnits } from './src/integrations/remark-units.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { spoilerCheck } from './src/integrations/spoiler-check.ts';
import { stylesInHead } from './src/integrations/styles-in-head.ts';
import { tellsMistakes } from './src/integrations/tells-mistakes.ts';
import { className } from './src/styles/class-names.ts';
import { siteAddress } from './src/tools/site-address.mjs';

const { base, site } = siteAddress(process.env);

/** The oldest that the pages are made for: they know `light-dark()`. What these do not know otherwise, the build puts in words they do. */
const BROWSERS = ['chrome123', 'edge123', 'firefox128', 'safari17.5'];

const shell = (/** @type {string} */ name) => `./src/shell/${name}.astro`;

export default defineConfig({
  base,
  // A sitemap needs an address; without one given, that of the local server.
  site: site ?? 'http://127.0.0.1:4321',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  vite: {
    css: { modules: { generateScopedName: className } },
    plugins: [literalClassNames()],
    resolve: {
      alias: [
        {
          // Recharts takes all of d3's scales together, to find one by its name.
          find: /^victory-vendor\/d3-scale$/,
          replacement: fileURLToPath(
            new URL('./src/lab-kit/figures/curves/d3-scales.ts', import.meta.url),
          ),
        },
      ],
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // What every lab loads is one file: apart, its pieces would weigh more and take a request each.
                groups: [
                  // Its parts have much in common, and all of them come with any lab.
                  {
                    name: 'react',
                    test: /\/node_modules\/(?:react|react-dom|scheduler|@astrojs\/react)\//,
                    priority: 2,
                  },
                  {
                    name: 'of-pages',
                    test: /preload-helper|lab-kit\/(?:asked|less-motion|predictions)\.ts/,
                    priority: 1,
                  },
                  {
                    name: 'frame',
                    test: /\/src\/(?:lab-kit\/(?:(?:frame|parameters|states|scales)\/|once-per\.)|simulation\/scenario\/(?:limits|scenario-error|validate-fields)\.)/,
                    priority: 1,
                  },
                  // What every lab loads that has a scenario, and a trace of it.
                  {
                    name: 'scenario',
                    test: /\/src\/simulation\/(?:policies\/|queues\/|scenario\/checked\.|trace\/trace-data\.)/,
                  },
                  { name: 'engine', test: /\/src\/simulation\/(?:simulate\.|engine\/)/ },
                  {
                    name: 'timeline',
                    test: /\/src\/lab-kit\/timeline\/(?:Told|trace-view|event-table|plot\/Timeline|drawing\/draw)\./,
                  },
                  // Curves as they stand in a page, and the words that the live ones share.
                  { name: 'curves', test: /\/figures\/curves\/(?:curves|words)\./ },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      target: BROWSERS,
      rolldownOptions: {
        onLog(level, log, print) {
          // Astro marks each lab whose styles it keeps apart, and takes the mark for a mistake.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
        },
      },
    },
  },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [
        remarkHead,
        remarkProps,
        remarkChecked,
        remarkClaims,
        [remarkGlossary, { base }],
        remarkUnits,
        remarkNotes,
        remarkTold,
      ],
    }),
  },
  integrations: [
    starlight({
      title: 'Interleave',
      description: 'An interactive lesson on concurrency and parallelism for backend engineers.',
      favicon: '/favicon.svg',
      tableOfContents: false,
      expressiveCode: false,
      credits: false,
      // The index is made by an integration of our own, below.
      pagefind: false,
      markdown: { processedDirs: ['./content'], headingLinks: false },
      customCss: [
        'tokens',
        'fonts',
        'visually-hidden',
        'shell',
        'header',
        'menu',
        'search',
        'prose',
        'lesson',
        'notes',
        'card',
        'landing',
        'glossary',
      ].map((name) => `./src/styles/${name}.css`),
      components: {
        ContentPanel: shell('ContentPanel'),
        Footer: shell('Footer'),
        Head: shell('Head'),
        Header: shell('Header'),
        MarkdownContent: shell('MarkdownContent'),
        PageFrame: shell('PageFrame'),
        PageTitle: shell('PageTitle'),
        Search: shell('Search'),
        Sidebar: shell('Menu'),
        ThemeProvider: shell('ThemeProvider'),
        TwoColumnContent: shell('TwoColumnContent'),
      },
    }),
    // Embeds are for other people's pages, and ask not to be indexed.
    sitemap({ filter: (page) => !page.includes('/embed/') }),
    react(),
    mdx(),
    stylesInHead(),
    searchIndex(),
    spoilerCheck(),
    javascriptBudget(),
    contentSecurityPolicy(),
    tellsMistakes(),
  ],
});
