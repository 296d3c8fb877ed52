// What a chapter keeps of its reading: that its end has been seen and its predictions are made, and where its reader left.
import { onPrediction, predictionOf } from '../lab-kit/predictions.ts';
import './menu-progress.ts';
import { hasEnded, markEnded, markPlace, markRead } from './progress.ts';

const chapter = document.querySelector<HTMLElement>('.menu .current')?.dataset.chapter;
const text = document.querySelector('.prose');

if (chapter !== undefined && text !== null) {
  const predictions = [...text.querySelectorAll<HTMLElement>('.predict[data-id]')];
  const settle = () => {
    const open = predictions.some(({ dataset }) => predictionOf(dataset.id ?? '') === null);
    if (hasEnded(chapter) && !open) markRead(chapter);
  };
  onPrediction(null, settle);

  const end = text.querySelector('.recap');
  if (end !== null) {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      markEnded(chapter);
      settle();
    });
    observer.observe(end);
  }

  const headings = [...text.querySelectorAll<HTMLElement>('h2[id], h3[id]')];
  const leave = () => {
    const passed = headings.findLast(
      (heading) =>
        heading.getClientRects().length > 0 &&
        heading.getBoundingClientRect().top < innerHeight / 2,
    );
    if (passed === undefined) return;
    markPlace({ chapter, at: passed.id, heading: passed.textContent });
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  addEventListener('pagehide', leave);
}
