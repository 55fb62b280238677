/** WebDAV and S3 over a real socket: what is sent, what each answer means, and that credentials go where they belong. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { s3 } from '../../../utils/platform/remotes/s3.ts';
import { sortOf } from '../../../utils/platform/remotes/sorts.ts';
import { webdav } from '../../../utils/platform/remotes/webdav.ts';

const BYTES = Uint8Array.from({ length: 3000 }, (_, at) => at % 251);
const held = new Map<string, Buffer>();
const seen: { method: string; path: string; authorization: string }[] = [];
let forced = 0;
let folders = new Set<string>();
let server: Server;
let base = '';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Keeps files as RFC 4918 says: no folder, no file (409); `If-None-Match: *` is kept to (412). */
async function statusOf(request: IncomingMessage): Promise<readonly [number, Buffer?]> {
  const { method = '', url = '' } = request;
  seen.push({ method, path: url, authorization: request.headers.authorization ?? '' });
  const body = await bodyOf(request);
  const folder = url.replace(/\/[^/]*$/, '');
  if (forced !== 0) return [forced];
  if (method === 'MKCOL') {
    folders.add(folder);
    return [201];
  }
  if (method === 'PUT') {
    if (!folders.has(folder)) return [409];
    if (request.headers['if-none-match'] === '*' && held.has(url)) return [412];
    held.set(url, body);
    return [201];
  }
  const file = held.get(url);
  if (file === undefined) return [404];
  if (method === 'DELETE') held.delete(url);
  return method === 'DELETE' ? [204] : [200, file];
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void statusOf(request).then(([status, body]) => {
      response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {});
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  held.clear();
  seen.length = 0;
  forced = 0;
  folders = new Set(['/bucket/codes']);
});

const PLACES = [
  { remote: webdav, settings: () => ({ url: `${base}/dav/codes/`, user: 'ada', password: 'pä:ss' }) },
  {
    remote: s3,
    settings: () => ({
      endpoint: base,
      bucket: 'bucket',
      prefix: 'codes',
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    }),
  },
] as const;

describe.each(PLACES)('$remote.sort', ({ remote, settings }) => {
  test('gives back what was written, and removes it', async () => {
    await remote.write(settings(), 'a.age', BYTES);
    expect(await remote.read(settings(), 'a.age')).toEqual(BYTES);
    await remote.remove(settings(), 'a.age', null);
    await expect(remote.read(settings(), 'a.age')).rejects.toMatchObject({
      code: 'backup/destination-failed',
    });
    await remote.remove(settings(), 'a.age', null);
  });

  test('never overwrites', async () => {
    await remote.write(settings(), 'a.age', BYTES);
    await expect(remote.write(settings(), 'a.age', BYTES.subarray(1))).rejects.toMatchObject({
      code: 'backup/destination-failed',
    });
    expect(await remote.read(settings(), 'a.age')).toEqual(BYTES);
  });

  test.each([
    [401, 'backup/destination-refused'],
    [403, 'backup/destination-refused'],
    [507, 'backup/destination-full'],
    [500, 'backup/destination-failed'],
    [302, 'backup/destination-unreachable'],
  ])('an answer of %i is told as %s', async (status, code) => {
    forced = status;
    await expect(remote.write(settings(), 'a.age', BYTES)).rejects.toMatchObject({ code });
    expect(seen.every(({ path }) => path !== '/elsewhere')).toBe(true);
  });

  test('a server that is not there is told', async () => {
    const nowhere = { ...settings(), url: 'http://127.0.0.1:9/', endpoint: 'http://127.0.0.1:9' };
    await expect(remote.write(nowhere, 'a.age', BYTES)).rejects.toMatchObject({
      code: 'backup/destination-unreachable',
    });
  });

  test('its name holds no credential', () => {
    const place = sortOf(remote.sort)?.place(settings()) ?? '';
    expect(place).toContain('127.0.0.1');
    for (const secret of ['pä:ss', 'ada', 'AKIDEXAMPLE', 'wJalr']) expect(place).not.toContain(secret);
  });
});

test('WebDAV makes its folder where it is missing, and signs in as RFC 7617 says', async () => {
  await webdav.write(PLACES[0].settings(), 'a.age', BYTES);
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /dav/codes/a.age',
    'MKCOL /dav/codes/',
    'PUT /dav/codes/a.age',
  ]);
  expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from('ada:pä:ss', 'utf8').toString('base64')}`);
});

test('S3 signs each request and sends no secret', async () => {
  await s3.write(PLACES[1].settings(), 'a.age', BYTES);
  expect(seen[0]?.path).toBe('/bucket/codes/a.age');
  expect(seen[0]?.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/s3\/aws4_request/,
  );
  expect(JSON.stringify(seen)).not.toContain('wJalr');
});
