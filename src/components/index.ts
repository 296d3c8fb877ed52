// What MDX authors use.
export { default as DocumentedTimeline } from './DocumentedTimeline.astro';
export { default as Fact } from './Fact.astro';
export { default as InPractice } from './InPractice.astro';
export { default as Lab } from './Lab.astro';
export { default as Predict } from './Predict.astro';
export { default as Question } from './Question.astro';
export { default as Recap } from './Recap.astro';
