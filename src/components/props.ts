// The props of every component that chapters may use: what the build holds chapters against, and the components' types.
import { z } from 'astro/zod';
import { fields, list, number, only, text, whole } from '../mistakes/shape.ts';

const lab = text('such as lab="interleaving"');
const preset = text('such as preset="one-core"');
const fact = text('such as fact="a-ends"');
const digits = whole(0, 'such as digits={1}');
const ask = text('such as ask="When does A end?"');
const given = text('the reason why the answer may be read before');

/** An answer among others. Of a wrong one `why` says which misconception is behind it, and why it fails. */
const figure = fields(
  { is: number('such as is: 40'), why: text("such as why: 'It waits.'").optional() },
  "{ is: 40, why: '…' }",
);
const sentence = fields(
  {
    is: text("such as is: 'Nothing changes'"),
    why: text("such as why: 'It waits.'").optional(),
    right: only('right: true').optional(),
  },
  "{ is: '…', why: '…' }",
);

const setting = z.record(
  z.string(),
  z.union([z.string(), z.number()], { error: 'a number or a text for each parameter' }),
  { error: 'a parameter or more, such as set={{ slice: 5 }},' },
);

const ofFigures = {
  lab,
  /** The setting that the question is about: its lab shows it once the answer is given. */
  preset,
  fact,
  /** The figures to choose from, in the fact's unit. */
  options: list(figure, 'such as options={[{ is: 40 }]}'),
  /** How a figure reads as an answer, with {} in its place: "{} ms". */
  label: text('such as label="{} ms"'),
  /** Decimals to which the fact is rounded before it is looked for among the options; 6 when left out. */
  digits: digits.optional(),
  /** Why the right figure may stand on the page before the question: "nothing changes, and that is the question". */
  given: given.optional(),
};

const DECLARED = {
  After: fields({
    /** The id of the prediction. */
    prediction: text('such as prediction="a-runs-again"'),
  }),
  Cards: fields({}),
  ChapterPath: fields({}),
  Claims: fields({}),
  DocumentedTimeline: fields({ lab, preset, caption: text('such as caption="Two requests"') }),
  Exercise: fields({ lab }),
  Fact: fields({
    lab,
    /** The lab's first when left out. */
    preset: preset.optional(),
    name: text('such as name="a-ends"'),
    /** Decimals shown; none when left out. */
    digits: digits.optional(),
    /** The value that the sentence relies on: the build fails when the model says another. */
    stated: number('such as stated={55}').optional(),
  }),
  Glossary: fields({}),
  HowLong: fields({}),
  InPractice: fields({ source: text('such as source="Google, 2013"') }),
  Lab: fields({
    id: text('such as id="interleaving"'),
    /** The preset it opens with; the lab's first when left out. */
    preset: preset.optional(),
    /** The preset that is pinned beside it, to compare with. */
    compare: text('such as compare="one-core"').optional(),
    /** The parameters that have a knob; all when left out. */
    knobs: list(text("such as 'cores'"), "such as knobs={['cores']}").optional(),
    /** Where the playhead stands, in the unit of the lab's clock: ms, or steps; where the lab opens when left out. */
    at: number('such as at={40}').optional(),
    /**
     * The id of the prediction that must be made before the result shows. Where the lab opens with the preset that is
     * asked about, what follows `at` is held back. Where it opens with another, or `at` is the end, the run is the known
     * situation, and only what other settings give is held back. Once the answer is given the lab shows the preset that
     * was asked about, with `compare` beside it.
     */
    predict: text('such as predict="a-runs-again"').optional(),
  }),
  LabSettings: fields({}),
  LostAddress: fields({}),
  MovedChapter: fields({}),
  Opening: fields({}),
  Predict: fields({
    /** The name under which the answer is kept, and by which a lab's `predict` refers to it. */
    id: text('such as id="a-runs-again"'),
    ask,
    ...ofFigures,
  }),
  /** A question about figures, or one with sentences. */
  Question: [
    fields({
      ask,
      /** Of a question of the self-test: the name under which its first answer is kept. */
      id: text('such as id="a-runs-again"').optional(),
      options: list(sentence, "such as options={[{ is: 'Nothing changes', right: true }]}"),
    }),
    fields({ ask, id: text('such as id="a-runs-again"').optional(), ...ofFigures }),
  ],
  Recap: fields({}),
  Recording: fields({
    /** The recording's file in content/recordings, without the ending. */
    name: text('such as name="two-hogs-two-cores"'),
    lab,
    /** The lab's preset that simulates what was recorded. */
    preset,
  }),
  SetLab: fields({
    lab,
    /** The lab's first when left out. */
    preset: preset.optional(),
    /** Parameters that are set otherwise than in the preset, as a link writes them: `{ slice: 5 }`. */
    set: setting.optional(),
    /** The preset that is pinned beside it, to compare with. */
    compare: text('such as compare="one-core"').optional(),
    /** Where the playhead goes, in the unit of the lab's clock. */
    at: number('such as at={40}').optional(),
  }),
  Tally: fields({}),
  Topic: fields({
    /** The id of the chapter. */
    chapter: text('such as chapter="threads"'),
  }),
  Verdict: fields({
    /** The case and the remedy, as links name them. */
    of: text('such as of="small-pool"'),
    remedy: text('such as remedy="pool"'),
    /** What it does to the 95th percentile: half, lower, same or higher. */
    says: text('such as says="lower"'),
  }),
};

export type ComponentName = keyof typeof DECLARED;

/** The forms that each component's props may have, by its name. */
export const PROPS: ReadonlyMap<string, readonly z.ZodObject<z.ZodRawShape>[]> = new Map(
  Object.entries(DECLARED).map(([name, forms]) => [name, [forms].flat()]),
);

type FormsOf<C extends ComponentName> = (typeof DECLARED)[C];

/** The props of a component, with its place in a chapter, which the build adds: "content/threads.mdx:41". */
export type PropsOf<C extends ComponentName> = { place?: string } & z.infer<
  FormsOf<C> extends readonly (infer F extends z.ZodType)[]
    ? F
    : FormsOf<C> extends z.ZodType
      ? FormsOf<C>
      : never
>;
