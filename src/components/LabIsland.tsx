// The island of a lab: takes plain data, as islands must, and finds the lab by its id.
import { Lab, type LabProps } from '../lab-kit/Lab.tsx';
import { labById } from '../lab-kit/labs.ts';

export default function LabIsland({ id, ...props }: LabProps & { id: string }) {
  return <Lab lab={labById(id)} {...props} />;
}
