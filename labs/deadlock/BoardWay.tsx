// A way over a board, in squares from its lower left corner: straight from square to square, and in a bow where it leaps.
import styles from './board.module.css';
import { type Hop, isLeap } from './board.ts';

export function Way({ hops }: { hops: readonly Hop[] }) {
  return (
    <path className={styles.way} d={hops.map(pathOf).join('')} vectorEffect="non-scaling-stroke" />
  );
}

/** A step ahead is a line, and a leap a bow beside the line. */
function pathOf(hop: Hop): string {
  const {
    from: [a, b],
    to: [c, d],
  } = hop;
  const [x1, y1, x2, y2] = [a + 0.5, b + 0.5, c + 0.5, d + 0.5];
  const start = `M${x1} ${y1}`;
  if (!isLeap(hop)) return `${start}L${x2} ${y2}`;
  const [dx, dy] = [x2 - x1, y2 - y1];
  // It keeps to one side, so that the way there and the way back do not lie over each other.
  const bow = 0.28 * Math.sqrt(Math.hypot(dx, dy));
  const length = Math.hypot(dx, dy);
  const [cx, cy] = [(x1 + x2) / 2 - (dy / length) * bow, (y1 + y2) / 2 + (dx / length) * bow];
  return `${start}Q${round(cx)} ${round(cy)} ${x2} ${y2}`;
}

const round = (value: number) => Math.round(value * 100) / 100;
