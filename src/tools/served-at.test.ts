// Where the lesson is served: what may be asked for, and what is said of anything else.
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findPlace, readAsked, urlOf } from './served-at.mjs';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A port of 127.0.0.1 on which somebody listens. */
const takenPort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    servers.push(server);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
    });
  });

/** A port that was free a moment ago. */
async function freePort() {
  const port = await takenPort();
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return port;
}

const place = (args: string[], env = {}) => findPlace(readAsked(args, env));

describe('obeys', () => {
  it('--host and --port, with an equals sign too', async () => {
    const port = await freePort();
    const asked = { address: '127.0.0.1', port, name: undefined, note: undefined };
    expect(await place(['--host', '127.0.0.1', '--port', `${port}`])).toEqual(asked);
    expect(await place([`--port=${port}`, '--host=127.0.0.1'])).toEqual(asked);
  });

  it('HOST and PORT, and the options before them', async () => {
    const [one, other] = [await freePort(), await freePort()];
    const env = { HOST: '0.0.0.0', PORT: `${one}` };
    expect(await place([], env)).toMatchObject({ address: '0.0.0.0', port: one });
    expect(await place(['--port', `${other}`], env)).toMatchObject({
      address: '0.0.0.0',
      port: other,
    });
  });

  it('nobody where the variables are empty', () => {
    expect(readAsked([], { HOST: '', PORT: '' })).toEqual({ host: undefined, port: undefined });
  });

  it('a name, with the one address that it stands for here', async () => {
    const port = await freePort();
    const found = await place(['--host', 'localhost', '--port', `${port}`]);
    expect(found).toMatchObject({ name: 'localhost' });
    expect(['127.0.0.1', '::1']).toContain(found.address);
  });
});

describe('refuses', () => {
  it.each([
    [['--prot', '80'], 'Found "--prot"; --host ADDRESS and --port NUMBER would do.'],
    [['5000'], 'Found "5000"; --host ADDRESS and --port NUMBER would do.'],
    [['--port'], 'Found --port without a value; one such as 4321, would do.'],
    [['--host', '--port', '1'], 'Found --host without a value; one such as 0.0.0.0, for all'],
    [['--port', '1', '--port', '2'], 'Found --port twice; once would do.'],
  ])('%j', (args, message) => {
    expect(() => readAsked(args, {})).toThrow(message);
  });

  it.each(['0', '65536', '80.5', 'http', '-1'])('the port %j', async (port) => {
    const what = `found ${JSON.stringify(port)}; a whole number from 1 to 65535 would do.`;
    await expect(place([`--port=${port}`])).rejects.toThrow(`--port: ${what}`);
    await expect(place([], { PORT: port })).rejects.toThrow(`PORT: ${what}`);
  });

  it.each(['no.such.host.invalid', '192.0.2.1', '[::1'])('the host %j', async (host) => {
    await expect(place(['--host', host])).rejects.toThrow(
      /^--host: found ".*", which is no address of this machine \(\w+\); 127\.0\.0\.1, or 0\.0\.0\.0 for all/,
    );
  });

  it('a port that is asked for and taken', async () => {
    const port = await takenPort();
    await expect(place(['--port', `${port}`])).rejects.toThrow(
      `--port: port ${port} of 127.0.0.1 is taken; another would do, or none: then it is the first free one from 4321 on.`,
    );
  });
});

describe('prints an address that a browser finds', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:4321/x/'],
    ['0.0.0.0', 'http://127.0.0.1:4321/x/'],
    ['::1', 'http://[::1]:4321/x/'],
    ['::', 'http://[::1]:4321/x/'],
  ])('for %s', (address, url) => {
    expect(urlOf({ address, port: 4321 }, '/x/')).toBe(url);
  });
});
