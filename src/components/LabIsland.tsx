// The island of a lab: takes plain data, as islands must, and finds the lab by its id.
import { Boundary } from '../lab-kit/frame/Boundary.tsx';
import { Lab, type LabProps } from '../lab-kit/frame/Lab.tsx';
import { useLabOf } from '../lab-kit/lab-of.ts';
import { href } from '../lab-kit/site.ts';

export default function LabIsland({ id, ...props }: LabProps & { id: string }) {
  const lab = useLabOf(id);
  return (
    <Boundary
      name={`Lab: ${lab.title}`}
      home={
        props.ownsAddress ? href(`${props.creditChapter === null ? 'labs' : 'embed'}/${id}/`) : null
      }
    >
      <Lab lab={lab} {...props} />
    </Boundary>
  );
}
