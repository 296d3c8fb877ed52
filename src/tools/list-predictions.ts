// Lists the predictions of a built site with what can be seen before each: `node src/tools/list-predictions.ts [folder]`.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { questionsOfSite } from '../integrations/spoilers/questions-of-site.ts';
import { whereSaid } from '../integrations/spoilers/spoilers.ts';

const [folder = 'dist'] = process.argv.slice(2);
const questions = await questionsOfSite(pathToFileURL(`${resolve(folder)}/`));
const lines = questions.flatMap((question) => {
  const { id, place, ask, figure, given, lab } = question;
  if (id === null) return [];
  const found = [
    `${id}  ${place}`,
    `  asks      ${ask}`,
    `  answer    ${figure}`,
    `  before    ${whereSaid(question)[0] ?? 'not said'}`,
  ];
  if (given !== null) found.push(`  given     ${given}`);
  if (lab === null) found.push('  lab       none waits for it');
  else {
    found.push(`  lab says  ${lab.sentence || 'held back'}`);
    found.push(`  knobs     ${lab.knobs.join(' · ')}`, `  note      ${lab.note}`);
  }
  return [...found, ''];
});
console.log(
  lines.join('\n') || `No predictions in ${folder}; build the site first: npm run build.`,
);
