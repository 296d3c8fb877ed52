// How a reader did in a self-test: what was right at the first try, and which chapters are worth another reading.

/** A question as the page has it. */
export interface Asked {
  /** The options, as they read. */
  readonly options: readonly string[];
  readonly right: string;
  /** What the reader chose first; null while nothing was chosen. */
  readonly first: string | null;
}

/** The questions about one chapter. */
export interface TopicAsked {
  /** The chapter's id. */
  readonly chapter: string;
  readonly questions: readonly Asked[];
}

export interface TopicTally {
  readonly chapter: string;
  readonly right: number;
  /** How many have an answer, right or wrong. */
  readonly answered: number;
  readonly asked: number;
}

export interface Tally {
  readonly right: number;
  readonly answered: number;
  readonly asked: number;
  /** The topics in which an answer was wrong, the one with most of them first. */
  readonly again: readonly TopicTally[];
}

/** What the first answers come to. An answer that a question no longer offers is none. */
export function tallyOf(topics: readonly TopicAsked[]): Tally {
  const each = topics.map(({ chapter, questions }): TopicTally => {
    const answered = questions.filter(
      ({ first, options }) => first !== null && options.includes(first),
    );
    return {
      chapter,
      right: answered.filter(({ first, right }) => first === right).length,
      answered: answered.length,
      asked: questions.length,
    };
  });
  const sum = (count: (topic: TopicTally) => number) =>
    each.reduce((total, topic) => total + count(topic), 0);
  const wrong = ({ answered, right }: TopicTally) => answered - right;
  return {
    right: sum(({ right }) => right),
    answered: sum(({ answered }) => answered),
    asked: sum(({ asked }) => asked),
    again: each.filter((topic) => wrong(topic) > 0).sort((one, other) => wrong(other) - wrong(one)),
  };
}

/** The tally in a sentence or two. */
export function toldTally({ right, answered, asked }: Tally): string {
  if (answered === 0) return `None of the ${asked} questions is answered yet.`;
  if (answered < asked) return `${right} of ${answered} right so far, ${asked - answered} to go.`;
  return right === asked ? `All ${asked} right.` : `${right} of ${asked} right.`;
}
