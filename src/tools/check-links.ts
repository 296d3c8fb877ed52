// Checks the links of a built site: `node src/tools/check-links.ts [folder] [base]`.
import { brokenLinks } from './links.ts';

const [folder = 'dist', base = '/'] = process.argv.slice(2);
const broken = await brokenLinks(folder, base);
for (const line of broken) console.error(line);
console.log(broken.length === 0 ? 'Every link leads somewhere.' : `${broken.length} broken links.`);
process.exitCode = broken.length === 0 ? 0 : 1;
