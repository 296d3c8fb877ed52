// Reads a built page as its reader meets it: the questions in their order, with all that is said before each of them.
// What is held back until an answer, closed, or an alternative of a question is not said.
import { SELF_TEST } from '../../lab-kit/predictions.ts';
import { attribute, type Element, type Node, treeOf } from '../built-pages.ts';

/** A piece of text, and where it stands. */
export interface Said {
  readonly text: string;
  readonly where: string;
  /** A heading: what follows is about something else. */
  readonly heading?: boolean;
}

export interface LabAsOpened {
  /** What it says of its run, or '' while that is held back. */
  readonly sentence: string;
  /** Its visible knobs, as "Cores: 1". */
  readonly knobs: readonly string[];
  /** What it says of what is held back. */
  readonly note: string;
}

export interface AskedQuestion {
  /** A prediction's id; null of a question. */
  readonly id: string | null;
  /** File and line. */
  readonly place: string;
  readonly ask: string;
  /** The right option where the options are figures, as it reads: "26 s"; else null. */
  readonly figure: string | null;
  /** Why the author lets the figure be read before, or null. */
  readonly given: string | null;
  /** What can be read before it is answered: above it, in the lab that waits for it, and below that up to a heading. */
  readonly before: readonly Said[];
  /** That lab; null where none waits. */
  readonly lab: LabAsOpened | null;
}

const CHAPTERS = 'the chapter list';
const ABOVE = 'the page above';
const BELOW = 'the text right below';
const HEADING = /^h[1-6]$/;

/** Elements within a line of text. */
const INLINE = new Set(
  'a abbr b bdi br cite code dfn em font i kbd mark q s small span strong sub sup tspan u var wbr'.split(
    ' ',
  ),
);
const UNSAID = new Set(['head', 'script', 'style', 'template']);
const SPOKEN = ['alt', 'aria-label', 'aria-valuetext'];

const classOf = (element: Element) => (attribute(element, 'class') ?? '').split(/\s+/);
const has = (element: Element, name: string) => attribute(element, name) !== undefined;
const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** The questions of a page. @param elsewhere what was said to the reader on the way to it */
export function questionsOf(html: string, elsewhere: readonly Said[] = []): AskedQuestion[] {
  const page = treeOf(html);
  const labs = new Map<string, Element>();
  for (const element of elementsIn(page)) {
    const id = attribute(element, 'data-awaits');
    if (id !== undefined && !labs.has(id)) labs.set(id, element);
  }
  const above: Said[] = [...elsewhere];
  const found: AskedQuestion[] = [];
  // What stands below the question that was met last, up to a heading.
  let below: Said[] | null = null;
  for (const piece of piecesOf(page, ABOVE)) {
    if (!('question' in piece)) {
      above.push(piece);
      if (piece.heading) below = null;
      below?.push({ ...piece, where: BELOW });
      continue;
    }
    const { question } = piece;
    const kept = attribute(question, 'data-id') ?? null;
    const id = kept?.startsWith(SELF_TEST) ? null : kept;
    const lab = id === null ? undefined : labs.get(id);
    const ask = elementsIn(question).find((one) => classOf(one).includes('ask'));
    const text = ask === undefined ? '' : textOf(ask);
    const inLab = lab === undefined ? [] : textsOf(lab, 'its lab');
    // Below a question at a chapter's end stands the next.
    below = lab === undefined ? null : [];
    const open = below ?? [];
    const upTo = above.length;
    found.push({
      id,
      place: attribute(question, 'data-place') ?? '',
      ask: text,
      figure: attribute(question, 'data-figure') ?? null,
      given: attribute(question, 'data-given') ?? null,
      get before() {
        const own = new Set(inLab.map((said) => said.text));
        return [
          ...above.slice(0, upTo),
          { text, where: 'the question itself' },
          ...inLab,
          ...open.filter((said) => !own.has(said.text)),
        ];
      },
      lab: lab === undefined ? null : labAsOpened(lab),
    });
    above.push({ text, where: ABOVE });
  }
  return found;
}

/** The list of chapters on the landing page, which leads to every other. */
export function wayThrough(html: string): Said[] {
  const way = elementsIn(treeOf(html)).find((element) => classOf(element).includes('way'));
  return way === undefined ? [] : textsOf(way, CHAPTERS);
}

function labAsOpened(lab: Element): LabAsOpened {
  const saidBy = (where: string) =>
    textsOf(lab, 'its lab').flatMap((said) => (said.where === where ? [said.text] : []));
  const note = elementsIn(lab).find((one) =>
    classOf(one).some((name) => name.includes('veil-note')),
  );
  return {
    sentence: saidBy('the sentence of its lab').join(' '),
    knobs: elementsIn(lab).flatMap((one) => (has(one, 'data-knob') ? [knobText(one)] : [])),
    note: note === undefined ? '' : (textsOf(note, '')[0]?.text ?? ''),
  };
}

const textsOf = (node: Node, where: string): Said[] =>
  [...piecesOf(node, where)].filter((piece): piece is Said => 'text' in piece);

/** What stands in a node in reading order: pieces of text that belong together, and questions. */
function* piecesOf(root: Node, from: string): Generator<Said | { readonly question: Element }> {
  let line = '';
  const cut = (where: string, heading = false): Said[] => {
    const text = line.replace(/\s+/gu, ' ').trim();
    line = '';
    return text === '' ? [] : [heading ? { text, where, heading } : { text, where }];
  };
  function* walk(
    node: Node,
    where: string,
    veiled: string | undefined,
  ): Generator<Said | { readonly question: Element }> {
    if ('value' in node && node.nodeName === '#text') line += node.value;
    if (!isElement(node)) {
      for (const child of childrenOf(node)) yield* walk(child, where, veiled);
      return;
    }
    if (isUnsaid(node, veiled)) return;
    const here = placeOf(node, where);
    const inline = INLINE.has(node.tagName);
    if (!inline) yield* cut(where);
    if (node.tagName === 'choice-question') {
      yield { question: node };
      return;
    }
    for (const name of SPOKEN) {
      const text = attribute(node, name);
      if (text !== undefined) yield { text, where: here };
    }
    if (has(node, 'data-knob')) {
      yield { text: knobSaid(node), where: here };
      return;
    }
    const covers = attribute(node, 'data-veiled') ?? veiled;
    const closed = node.tagName === 'details' && !has(node, 'open');
    for (const child of childrenOf(node)) {
      if (closed && !(isElement(child) && child.tagName === 'summary')) continue;
      yield* walk(child, here, covers);
    }
    if (!inline) yield* cut(here, HEADING.test(node.tagName));
  }
  yield* walk(root, from, undefined);
  yield* cut(from);
}

/** Whether nobody who has scripts sees or hears what stands in an element, before an answer is given. */
function isUnsaid(element: Element, veiled: string | undefined): boolean {
  if (UNSAID.has(element.tagName) || has(element, 'hidden')) return true;
  if (attribute(element, 'data-live') === 'never') return true;
  // Numbers of chapters, and of a scale: they are no statement.
  if (classOf(element).includes('number') || attribute(element, 'data-mark') === 'axis')
    return true;
  if (classOf(element).includes('after')) return true;
  if (veiled === undefined) return false;
  const shows = attribute(element, 'data-shows');
  if (shows === 'ahead') return true;
  // Of a drawing that is covered a part is there: its names are cut where it is covered, in the browser.
  return veiled === 'result' && (shows === 'result' || attribute(element, 'role') === 'grid');
}

function placeOf(element: Element, where: string): string {
  if (attribute(element, 'id') === 'menu' || classOf(element).includes('way')) return CHAPTERS;
  if (!where.endsWith('its lab')) return where;
  if (attribute(element, 'aria-label') === 'Presets') return 'the presets of its lab';
  if (has(element, 'data-knob')) return 'the knobs of its lab';
  if (element.tagName === 'p' && attribute(element, 'data-shows') === 'result') {
    return 'the sentence of its lab';
  }
  return where;
}

/** A knob as it stands: "Cores: 1", "Waiting, each: 140 ms". */
function knobText(knob: Element): string {
  const parts = elementsIn(knob);
  const output = parts.find(({ tagName }) => tagName === 'output');
  const name = parts.find((one) => one !== output && isName(one));
  const chosen = parts.find(
    (one) => one.tagName === 'label' && elementsIn(one).some((input) => has(input, 'checked')),
  );
  const value = output ?? chosen;
  return `${name === undefined ? '' : textOf(name)}: ${value === undefined ? '' : textOf(value)}`;
}

/** What a knob says to those who look for a figure: after a bare number comes what it counts. */
const knobSaid = (knob: Element): string =>
  knobText(knob).replace(
    /^(.*): ([\d.,]+)$/,
    (all, label: string) => `${all} ${label.toLowerCase()}`,
  );

const isName = (element: Element) =>
  (element.tagName === 'label' && has(element, 'for')) ||
  (element.tagName === 'span' && has(element, 'id'));

const textOf = (node: Node): string => {
  if ('value' in node && node.nodeName === '#text') return node.value.replace(/\s+/gu, ' ');
  return childrenOf(node).map(textOf).join('').trim();
};

const elementsIn = (node: Node): Element[] =>
  childrenOf(node).flatMap((child) =>
    isElement(child) ? [child, ...elementsIn(child)] : elementsIn(child),
  );
