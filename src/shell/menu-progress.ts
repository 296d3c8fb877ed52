// The reader's progress in the list of chapters: which are read, how many predictions are made, and how to forget it.
import { onPrediction } from '../lab-kit/predictions.ts';
import './ask-once.ts';
import { forget, onProgress, progress } from './progress.ts';

const menu = document.getElementById('menu') as HTMLElement;
const chapters = [...menu.querySelectorAll<HTMLElement>('[data-chapter]')];
const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

function show() {
  const found = progress();
  if (found === null) return;
  for (const chapter of chapters) {
    const read = found.read.has(chapter.dataset.chapter ?? '');
    chapter.classList.toggle('read', read);
    chapter.querySelector('.read-mark')?.toggleAttribute('hidden', !read);
  }
  const { made, skipped } = found.predictions;
  const read = chapters.filter((chapter) => chapter.classList.contains('read')).length;
  const box = menu.querySelector('.progress') as HTMLElement;
  box.hidden = read === 0 && made + skipped === 0;
  (box.querySelector('p') as HTMLElement).textContent =
    `${read} of ${count(chapters.length, 'page')} read, ${count(made, 'prediction')} made${skipped > 0 ? `, ${skipped} skipped` : ''}. Kept on this device only.`;
}

menu.addEventListener('confirmed', forget);
onPrediction(null, show);
onProgress(show);
show();
