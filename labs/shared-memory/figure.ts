// What a figure of this lab is given.
import type { Stage, StageProps } from '../../src/lab-kit/view.ts';
import type { Result, Setting } from './program.ts';

export type OwnStage = Stage<Setting, Result, unknown>;
export type OwnStageProps = StageProps<Setting, Result, unknown>;
