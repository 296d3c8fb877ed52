// The curves of a pinned run laid under those of the run that the knobs set; where they are the same, the place on them
// where the pinned run stands.
import { UNNAMED_PINNED } from '../../frame/names.ts';
import type { Run } from '../../lab.ts';
import { type Chart, canBeChosen, isOfColumns, placeOf, type Series } from './chart.ts';
import { valueAt } from './words.ts';

/** Letters that fit beside the end of a curve. */
const ROOM = 20;

/** Each may have points that the other has not, such as that of its own run: those they share tell. */
function isSameCurve(a: Series, b: Series): boolean {
  const shared = a.points.flatMap(({ x, y }) => {
    const other = valueAt(b, x);
    return other === undefined ? [] : [y === other];
  });
  return shared.length > 0 && shared.every((same) => same);
}

/** "pinned: 26 in flight": a name alone would not say which of the two runs it is of. */
const nameOf = (tag: string) => (tag === UNNAMED_PINNED ? tag : `pinned: ${tag}`);

/**
 * A chart with the pinned run's curves, where they are others: quieter, and named after it; where they are the same, with
 * the place of that run. Columns stand on each other and hide what lies under them: they stay alone.
 *
 * @param pinned the same chart of the pinned run
 */
export function overlaid(
  chart: Chart,
  pinned: Chart,
  { tag, values }: Pick<Run<object>, 'tag' | 'values'>,
): Chart {
  const curves = pinned.series.filter(canBeChosen);
  const others = curves.filter(
    (curve) => !chart.series.some((one) => one.label === curve.label && isSameCurve(one, curve)),
  );
  if (others.length === 0) {
    const at = placeOf(pinned, values);
    return at === null ? chart : { ...chart, x: { ...chart.x, pinned: at } };
  }
  if (isOfColumns(chart)) return chart;
  const under = others.map(({ label: own, points }): Series => {
    const isAlone = curves.length === 1;
    const label = isAlone ? nameOf(tag) : `${nameOf(tag)}, ${own}`;
    const short = isAlone ? 'pinned' : `${own}, pinned`;
    return { label, kind: 'pinned', named: true, points, ...(label.length > ROOM && { short }) };
  });
  const { most } = chart.y;
  return {
    ...chart,
    y: { ...chart.y, ...(most && pinned.y.most && { most: Math.max(most, pinned.y.most) }) },
    series: [...under, ...chart.series],
  };
}
