// What a figure of this lab is given.
import type { StageProps } from '../../src/lab-kit/view.ts';
import type { Result, Setting } from './program.ts';

export type OwnStageProps = StageProps<Setting, Result, unknown>;
