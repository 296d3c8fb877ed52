// What the run, or the two runs, of a lab come to, in a sentence or two.
import { capital, type Sentence } from '@interleave/simulation';
import type { AnyLab, Run } from '../lab.ts';
import { sameValues } from '../parameters/values.ts';

/** The words for one run; of two runs, what the second changes, or each in its words. */
export function result(lab: AnyLab, [first, second]: readonly Run[]): Sentence {
  if (first === undefined) return [];
  if (second === undefined) return describe(lab, first);
  if (sameValues(first.values, second.values)) {
    return ['Pinned. Now change something.'];
  }
  return (
    lab.view.compare?.(first, second) ?? [
      `${capital(second.tag)}: `,
      ...afterColon(describe(lab, second)),
      ` ${capital(first.tag)}: `,
      ...afterColon(describe(lab, first)),
    ]
  );
}

/** What a lab says of a run: in its own words, or in those of its view. */
export const describe = (lab: AnyLab, run: Run): Sentence =>
  lab.describe?.(run) ?? lab.view.describe?.(run) ?? [];

/**
 * The sentence without the capital of its first word. Names and abbreviations keep theirs: a phrase that is a task's, a
 * word of one letter but "A", a word of capitals. A task that is called A has to be such a phrase.
 */
function afterColon([first, ...rest]: Sentence): Sentence {
  if (first === undefined) return [];
  return [
    typeof first === 'string' ? first.replace(/^(?:A|[A-Z]\p{Ll}+)\b/u, small) : first,
    ...rest,
  ];
}

const small = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
