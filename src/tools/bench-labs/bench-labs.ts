// Measures how long each lab takes to follow a reader's key, in Chromium on the built site, and judges the figures.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { build, preview } from 'astro';
import config from '../../../playwright.config.ts';
import type { AnyLab } from '../../lab-kit/lab.ts';
import { knobbed } from '../../lab-kit/parameters/kinds.ts';
import { writeLink } from '../../lab-kit/parameters/link.ts';
import { inWords } from '../../lab-kit/parameters/values.ts';
import { readLabs } from '../read-labs.ts';
import { ROOT } from '../setup.mjs';
import { heaviest } from './heaviest.ts';
import { keyToFrame, workOfPlaying } from './key-to-frame.ts';

/** ms: a frame of a screen that shows 60 a second. */
const FRAME = 16.7;
const PRESSES = 60;

const ABOUT = `\
${PRESSES} presses of an arrow key on each slider of each lab's own page, or on its choices where it has no slider, from the
setting whose run has most segments; the first, which run cold, count too. At the left what the page works from a key to
the first frame with the new run, ms, in the middle how long a reader waits for that frame, with the screen's beat of
16.7 ms, at the right for the last, with the curves over many runs, which may follow later. Playing: the work for a
frame. Judged is the work at the 95th percentile: within a frame of ${FRAME} ms, within two, or over.`;

const print = (text: string) => process.stdout.write(`${text}\n`);

/** The knobs to press, by name: sliders that can be moved, or, where there is none, the choices. */
async function knobsOf(lab: AnyLab, page: Page): Promise<[string, Locator][]> {
  const found: Record<'slider' | 'radio', [string, Locator][]> = { slider: [], radio: [] };
  for (const [, { kind, label }] of knobbed(lab.parameters)) {
    if (kind === 'toggle') continue;
    const role = kind === 'choice' ? 'radio' : 'slider';
    const knob =
      role === 'slider'
        ? page.getByRole('slider', { name: label, exact: true })
        : page
            .getByRole('radiogroup', { name: label, exact: true })
            .getByRole('radio', { checked: true });
    if (await knob.isEnabled()) found[role].push([label, knob]);
  }
  return found.slider.length > 0 ? found.slider : found.radio;
}

/** The least time that so many per cent are at most. */
const percentile = (times: readonly number[], percent: number) =>
  times.toSorted((a, b) => a - b)[Math.ceil((percent * times.length) / 100) - 1] ?? Number.NaN;

const row = (knob: string, figures: readonly string[], verdict: string) =>
  print(
    `  ${knob.padEnd(28)}${figures
      .map((figure) => figure.padStart(8))
      .join('')
      .padEnd(72)}   ${verdict}`.trimEnd(),
  );

/** Half of the times are at most so long, 95 of a hundred, all. */
const spread = (times: readonly number[]) =>
  [50, 95, 100].map((percent) => percentile(times, percent));

const verdict = (work: number) => {
  if (work <= FRAME) return 'within a frame';
  return work <= 2 * FRAME ? 'within two' : 'over';
};

async function measure(lab: AnyLab, page: Page, site: string) {
  const { values, segments } = heaviest(lab);
  const link = writeLink(lab, { values, compare: null, at: null });
  await page.goto(`${site}/labs/${lab.id}/${link}`, { waitUntil: 'networkidle' });
  print(`\n${lab.id}: ${inWords(lab.parameters, values)}; ${segments} segments`);
  const judged = (
    name: string,
    work: readonly number[],
    ...waits: readonly (readonly number[])[]
  ) =>
    row(
      name,
      [work, ...waits].flatMap(spread).map((time) => time.toFixed(1)),
      verdict(percentile(work, 95)),
    );
  for (const [name, knob] of await knobsOf(lab, page)) {
    const { work, first, last } = await keyToFrame(page, knob, PRESSES);
    judged(name, work, first, last);
  }
  const play = page.getByRole('button', { name: 'Play', exact: true });
  // A lab of moves has nothing to play before the first is made.
  if ((await play.count()) > 0 && (await play.isEnabled())) {
    judged('playing', await workOfPlaying(page, play));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'interleave-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', BASE_PATH: '/' });
const site = { root: ROOT, outDir: folder, logLevel: 'error' } as const;
await build(site);
const server = await preview({
  ...site,
  server: { host: '127.0.0.1', port: Number(process.env.E2E_PORT) },
});
const { launchOptions, viewport } = config.use ?? {};
const browser = await chromium.launch(launchOptions);
print(`Chromium ${browser.version()}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`);
print(ABOUT);
const HEADS = ['p50', 'p95', 'max'];
row('', [...HEADS, ...HEADS, ...HEADS], '');
const page = await browser.newPage({ viewport });
for (const lab of await readLabs()) await measure(lab, page, `http://127.0.0.1:${server.port}`);
await browser.close();
await server.stop();
