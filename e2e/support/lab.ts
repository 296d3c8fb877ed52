// A lab as its reader meets it: its lanes by their accessible names, its table, its knobs.
import { expect, type Locator, type Page } from '@playwright/test';

/** The documented timelines, as rows of the event table: task, state, from, to, for. */
export const ONE_CORE = [
  ['A', 'running', '0', '5', '5'],
  ['A', 'waiting for the database', '5', '40', '35'],
  ['A', 'runnable', '40', '50', '10'],
  ['A', 'running', '50', '55', '5'],
  ['B', 'runnable', '0', '5', '5'],
  ['B', 'running', '5', '20', '15'],
  ['B', 'waiting for the database', '20', '55', '35'],
  ['B', 'running', '55', '60', '5'],
  ['other work', 'running, assumed', '30', '50', '20'],
];

export const TWO_CORES = [
  ['A', 'running', '0', '5', '5'],
  ['A', 'waiting for the database', '5', '40', '35'],
  ['A', 'running', '40', '45', '5'],
  ['B', 'running', '0', '15', '15'],
  ['B', 'waiting for the database', '15', '50', '35'],
  ['B', 'running', '50', '55', '5'],
];

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where an element is on the page as it is scrolled, px. @throws Error when it has no box */
export async function boxOf(element: Locator) {
  const found: Box[] = [];
  // While it is drawn anew there is none.
  await expect(async () => {
    const box = await element.boundingBox();
    if (box === null) throw new Error('the element has no box');
    found.push(box);
  }).toPass({ timeout: 30_000 });
  return found[0] as Box;
}

/** The cells of a table's body, row by row. */
export const cellsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) =>
          (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );

/** What is said beside the buttons of the playhead of a lab or a recording. */
export const instantIn = (root: Locator) =>
  root.getByRole('button', { name: 'To the start' }).locator('xpath=../following-sibling::p');

/**
 * A lab on its own page, set as an address says: the page is loaded, or, where it is shown already, goes there by its own
 * history.
 */
export async function openLab(page: Page, title: string, address: string): Promise<LabOnPage> {
  const lab = new LabOnPage(page, title);
  await lab.open(address);
  return lab;
}

export class LabOnPage {
  readonly root: Locator;
  readonly page: Page;
  readonly timeline: Locator;
  /** The sentence of the run. */
  readonly result: Locator;
  /** What is so where the playhead stands. */
  readonly instant: Locator;
  /** The disclosure with the exact figures. */
  readonly tables: Locator;

  /**
   * @param title the lab's
   * @param nth which of the page's labs of this title, from 0
   */
  constructor(page: Page, title: string, nth = 0) {
    this.page = page;
    this.root = page.getByRole('region', { name: `Lab: ${title},` }).nth(nth);
    this.timeline = this.root.getByRole('grid');
    this.result = this.root.locator('p[data-shows="result"]');
    this.instant = instantIn(this.root);
    this.tables = this.root.locator('details', { has: page.getByText(/, [\d,]+ rows?$/) });
  }

  /** Brings the lab into view and waits until it is live. */
  async wake() {
    const island = this.root.locator('xpath=ancestor::astro-island');
    await this.root.scrollIntoViewIfNeeded();
    await expect(island).not.toHaveAttribute('ssr');
    await expect(this.root.locator('[inert]')).toHaveCount(0);
  }

  /** Loads its page, or, where that is shown already, goes to another setting by its history. */
  async open(address: string) {
    const [path, search] = address.split('?');
    if (new URL(this.page.url()).pathname === path) {
      return this.goTo(search === undefined ? '' : `?${search}`);
    }
    await this.page.goto(address);
    await this.wake();
  }

  /**
   * Goes to another setting by the page's own history, as Back does, and waits until all of it is drawn. To load the page
   * for each would take most of a test's time.
   *
   * @param search the query of the setting's address; '' is the lab as it opens
   */
  async goTo(search: string) {
    await this.page.evaluate(async (to) => {
      history.pushState(null, '', location.pathname + to);
      dispatchEvent(new PopStateEvent('popstate'));
      const frame = () => new Promise(requestAnimationFrame);
      // The curves follow the run by a frame or two.
      do await frame();
      while (document.querySelector('[aria-busy="true"]') !== null);
      await frame();
    }, search);
  }

  /** A lane of the timeline by the beginning of its name. */
  lane(label: string) {
    return this.timeline.getByRole('row', { name: new RegExp(`^${label}`) });
  }

  /** Opens the lab's tables and gives the rows of those of a caption, one table after the other. */
  async rowsOf(caption: string | RegExp) {
    if ((await this.tables.getAttribute('open')) === null) {
      await this.tables.locator('summary').click();
    }
    // The curves follow the run by a frame or two.
    await expect(this.root.locator('[aria-busy="true"]')).toHaveCount(0);
    const tables = this.root.getByRole('table', { name: caption });
    await expect(tables).not.toHaveCount(0);
    return (await Promise.all((await tables.all()).map(cellsOf))).flat();
  }

  /** Waits until the tables of a caption have these rows. */
  async expectRows(caption: string | RegExp, rows: string[][]) {
    await expect.poll(() => this.rowsOf(caption)).toEqual(rows);
  }

  /** Every row of the event table, the tables of two runs after each other. */
  events() {
    return this.rowsOf(/times in ms$/i);
  }

  /**
   * What is chosen on the timeline: the segment's name ('' where none is), the names of all in its lane, and which lane
   * that is, from 0.
   */
  chosen() {
    return this.timeline.evaluate((grid) => {
      const nameOf = (element: Element | null) => element?.getAttribute('aria-label') ?? '';
      const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
      const row = cell?.closest('[role="row"]') ?? null;
      const rows = [...grid.querySelectorAll('[role="row"]')];
      return {
        segment: nameOf(cell),
        segments: [...(row?.querySelectorAll('[role="gridcell"]') ?? [])].map(nameOf),
        // Of very many lanes only the one that is chosen is there, with its number.
        lane: Number(row?.getAttribute('aria-rowindex') ?? rows.indexOf(row as Element) + 1) - 1,
      };
    });
  }

  /** Waits until the segment of this name is chosen. */
  async expectChosen(segment: string | undefined) {
    await expect.poll(async () => (await this.chosen()).segment, { intervals: [20] }).toBe(segment);
  }

  preset(name: string) {
    return this.root.getByRole('button', { name, exact: true });
  }
}
