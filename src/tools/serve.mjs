// @ts-check
// Serves the site, as it was built or with live reload, and says where: `node src/tools/serve.mjs dev|preview PLACE`.
import { dev, preview } from 'astro';
import { urlOf } from './served-at.mjs';
import { ROOT } from './setup.mjs';
import { siteAddress } from './site-address.mjs';

const [mode, place = ''] = process.argv.slice(2);
/** @type {import('./served-at.mjs').Place} */
const { address, port, name } = JSON.parse(place);
const config = {
  root: ROOT,
  server: { host: address, port, ...(name === undefined ? {} : { allowedHosts: [name] }) },
};

// Should somebody have taken the port meanwhile, the server takes the next: what it has is what is printed.
const served =
  mode === 'dev'
    ? (await dev(config)).address.port
    : (await preview({ ...config, logLevel: 'warn' })).port;
const { base } = siteAddress(process.env);
console.log(`\nThe lesson is at ${urlOf({ address, port: served }, base)}  (Ctrl-C stops it)`);
