// What the run, or the two runs, of a lab come to, in a sentence or two.
import { capital, compare, type Sentence, summariseComparison } from '@interleave/simulation';
import { type AnyLab, subjectsOf } from '../lab.ts';
import { type Run, sameValues } from './use-lab.ts';

/**
 * The lab's own words for one run; of two runs, what the second changes for the lab's subjects, or, where they are many
 * tasks or have no end to compare, each in its words.
 */
export function result(lab: AnyLab, [first, second]: readonly Run[], dense: boolean): Sentence {
  if (first === undefined) return [];
  if (second === undefined) return describe(lab, first);
  if (sameValues(first.values, second.values)) {
    return ['This run is pinned. Change a setting, and both are compared.'];
  }
  const subjects = subjectsOf(lab, first.trace);
  const differences = compare(first.trace, second.trace);
  return !dense && differences.some((difference) => subjects.includes(difference.first))
    ? summariseComparison(first.trace, second.trace, first.words, subjects)
    : [
        `${capital(second.tag)}: `,
        ...afterColon(describe(lab, second)),
        ` ${capital(first.tag)}: `,
        ...afterColon(describe(lab, first)),
      ];
}

const describe = (lab: AnyLab, { trace, words, values }: Run) =>
  lab.describe(trace, words, subjectsOf(lab, trace), values);

/** The sentence without the capital of its first word. */
function afterColon([first, ...rest]: Sentence): Sentence {
  if (first === undefined) return [];
  return [
    typeof first === 'string' ? first.charAt(0).toLowerCase() + first.slice(1) : first,
    ...rest,
  ];
}
