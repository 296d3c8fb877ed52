// Closed forms: what queueing theory and the laws of scaling say without a run.

export { asymptoticBounds, meanValueAnalysis, type Population } from './closed-network.ts';
export { interactiveResponse, littlesLaw, utilisationLaw } from './laws.ts';
export { forkJoin, meanLongest, meanLongestOf } from './longest.ts';
export {
  mg1,
  mm1,
  mm1ResponsePercentile,
  mmc,
  processorSharing,
  processorSharingResponse,
  type QueueFigures,
  type SystemFigures,
} from './queues.ts';
export { amdahlSpeedUp, listSchedulingBounds, type MakespanBounds } from './scaling.ts';
