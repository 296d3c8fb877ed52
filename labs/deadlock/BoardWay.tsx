// A way over a board, in squares from its lower left corner: a line from square to square, and where it leaps an arrow.
import styles from './board.module.css';
import { type Board, type Hop, isLeap, squareAt } from './board.ts';

interface WayProps {
  board: Board;
  hops: readonly Hop[];
}

/** A leap is thin and dashed, since no square under it is visited. */
export function Way({ board, hops }: WayProps) {
  const leaps = hops.filter(isLeap).map((hop) => leapOf(board, hop));
  const drawn = { className: styles.way, vectorEffect: 'non-scaling-stroke' };
  return (
    <>
      <path {...drawn} d={hops.map((hop) => (isLeap(hop) ? '' : stepOf(hop))).join('')} />
      <path {...drawn} data-leap="" d={leaps.map(({ bow }) => bow).join('')} />
      <path {...drawn} data-head="" d={leaps.map(({ head }) => head).join('')} />
    </>
  );
}

type Point = readonly [x: number, y: number];

const middle = ([a, b]: Hop['from']): Point => [a + 0.5, b + 0.5];

const stepOf = ({ from, to }: Hop) => `M${middle(from)}L${middle(to)}`;

/** How far a bow goes from the straight line, if there is room for it on the board: squares. */
const BOW = 1;
/** How near to the board's edge it may come, and how far before its end the arrow has its tip: squares. */
const EDGE = 0.12;
const BEFORE = 0.2;
/** Where on a bow it is looked at what it meets: shares of the way. */
const ALONG = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/** A bow on the side where it meets less that is impossible; to the right of where it goes if that is all the same. */
export function leapOf(board: Board, { from, to }: Hop) {
  const [[x1, y1], [x2, y2]] = [middle(from), middle(to)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const bends = [1, -1].map((side): Point => {
    const [right, up] = [(side * (y2 - y1)) / length, (-side * (x2 - x1)) / length];
    const far = Math.min(BOW, room(mx, right, board.columns), room(my, up, board.rows));
    // The bow comes half as far as the point that bends it.
    return [mx + 2 * far * right, my + 2 * far * up];
  });
  const met = (bend: Point) =>
    ALONG.filter((t) => {
      const on = (start: number, mid: number, end: number) =>
        Math.floor((1 - t) ** 2 * start + 2 * t * (1 - t) * mid + t ** 2 * end);
      const place = [on(x1, bend[0], x2), on(y1, bend[1], y2)];
      return squareAt(board, place).kind === 'impossible';
    }).length;
  const [one, other] = bends as [Point, Point];
  const [cx, cy] = met(other) < met(one) ? other : one;
  const towards = Math.hypot(x2 - cx, y2 - cy);
  const [dx, dy] = [(x2 - cx) / towards, (y2 - cy) / towards];
  const tip: Point = [x2 - BEFORE * dx, y2 - BEFORE * dy];
  const wing = (side: number): Point => [
    tip[0] - 0.22 * dx - side * 0.12 * dy,
    tip[1] - 0.22 * dy + side * 0.12 * dx,
  ];
  return {
    bow: `M${rounded([x1, y1])}Q${rounded([cx, cy])} ${rounded(tip)}`,
    head: `M${rounded(wing(1))}L${rounded(tip)}L${rounded(wing(-1))}`,
  };
}

/** How far one can go from a place in a direction until the edge is near. */
const room = (place: number, direction: number, size: number) =>
  direction === 0
    ? Number.POSITIVE_INFINITY
    : ((direction > 0 ? size - place : place) - EDGE) / Math.abs(direction);

const rounded = (point: Point) => point.map((value) => Math.round(value * 100) / 100).join(' ');
