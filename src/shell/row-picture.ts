// What a chapter's `row` shows of it: a run of a lab, drawn, and the figure that counts.
import type { CollectionEntry } from 'astro:content';
import { factText } from '../lab-kit/facts.ts';
import { presetRun } from '../lab-kit/lab.ts';
import { labById } from '../lab-kit/registry.ts';
import { timelineOf } from '../lab-kit/timeline/trace-view.tsx';

type Row = NonNullable<CollectionEntry<'docs'>['data']['row']>;

export function pictureOf({ lab: id, preset, fact, digits, lanes, caption }: Row) {
  const lab = labById(id);
  return {
    lab,
    drawing: timelineOf(lab).drawing([presetRun(lab, preset)]),
    lanes,
    figure: factText(lab, preset, fact, digits),
    caption,
  };
}
