// The island of an exercise in a chapter: set as a lab is, but without one.
import type { Sorting as SortingData } from '../lab-kit/extras.ts';
import { Sorting } from '../lab-kit/Sorting.tsx';
import '../lab-kit/lab.css';

export default function ExerciseIsland({ sorting }: { sorting: SortingData }) {
  return (
    <div className="lab" data-pagefind-ignore>
      <Sorting sorting={sorting} />
    </div>
  );
}
