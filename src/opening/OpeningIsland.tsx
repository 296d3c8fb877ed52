// The island of the opening: takes plain data, as islands must.
import { Boundary } from '../lab-kit/frame/Boundary.tsx';
import { Opening } from './Opening.tsx';
import type { Runs } from './use-opening.ts';

export default function OpeningIsland(runs: Runs) {
  return (
    <Boundary name="One server, a hundred requests" home={null}>
      <Opening {...runs} />
    </Boundary>
  );
}
