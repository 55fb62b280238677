/** Backups on servers that others wrote: Debian's Apache with mod_dav, and s3rver. Whole vaults over them, and what fails by name. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Remote, RemoteSettings } from '../../utils/platform/remotes/remote.ts';
import { s3 } from '../../utils/platform/remotes/s3.ts';
import { webdav } from '../../utils/platform/remotes/webdav.ts';
import { DAV_USER, hasApache, startApache } from '../support/apache.ts';
import { S3_BUCKET, S3_USER, startS3 } from '../support/s3-server.ts';

const NAME = 'tallystick-auto-20261120-132943Z-1f3a.age';
const OLDER = 'tallystick-auto-20261119-132943Z-77aa.age';
/** More than one packet, and every byte there is. */
const BYTES = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7) % 256);

async function keepsFiles(remote: Remote, settings: RemoteSettings): Promise<void> {
  expect(await remote.write(settings, NAME, BYTES)).toBeNull();
  await remote.write(settings, OLDER, BYTES.subarray(0, 10));
  expect(Buffer.from(await remote.read(settings, NAME)).equals(Buffer.from(BYTES))).toBe(true);
  const listed = (await remote.list?.(settings)) ?? [];
  expect(listed.map(({ name }) => name).sort()).toEqual([OLDER, NAME]);
  for (const { modifiedAtMs } of listed)
    expect(Math.abs((modifiedAtMs ?? 0) - Date.now())).toBeLessThan(120_000);
  await remote.remove(settings, OLDER, null);
  await remote.remove(settings, OLDER, null); // gone already: no fault
  expect((await remote.list?.(settings))?.map(({ name }) => name)).toEqual([NAME]);
}

describe.skipIf(!hasApache)('Apache with mod_dav (skipped where it cannot be had: Debian, as root)', () => {
  let apache: Awaited<ReturnType<typeof startApache>>;
  beforeAll(async () => {
    apache = await startApache();
  });
  afterAll(() => apache.end());

  test('makes the folder, keeps, lists and removes files', async () => {
    await keepsFiles(webdav, { url: apache.url, ...DAV_USER });
  });

  test('never puts a file in the place of another', async () => {
    const settings = { url: apache.url, ...DAV_USER };
    await webdav.write(settings, 'once.age', BYTES);
    await expect(webdav.write(settings, 'once.age', BYTES)).rejects.toMatchObject({
      code: 'backup/destination-failed',
    });
  });

  test('refuses a wrong password by name', async () => {
    const settings = { url: apache.url, ...DAV_USER, password: 'wrong' };
    await expect(webdav.write(settings, 'x.age', BYTES)).rejects.toMatchObject({
      code: 'backup/destination-refused',
    });
  });

  test('is named as not to be reached when it stops, and works again when it is back', async () => {
    const settings = { url: apache.url, ...DAV_USER };
    await apache.stop();
    await expect(webdav.write(settings, 'y.age', BYTES)).rejects.toMatchObject({
      code: 'backup/destination-unreachable',
    });
    await apache.start();
    expect(await webdav.write(settings, 'y.age', BYTES)).toBeNull();
  });
});

describe('s3rver', () => {
  let server: Awaited<ReturnType<typeof startS3>>;
  const settings = () => ({
    endpoint: server.endpoint,
    bucket: S3_BUCKET,
    region: '',
    prefix: '',
    ...S3_USER,
  });
  beforeAll(async () => {
    server = await startS3();
  });
  afterAll(() => server.end());

  test('keeps, lists and removes files', () => keepsFiles(s3, settings()));

  test('does so in a folder of the bucket, apart from the rest', () =>
    keepsFiles(s3, { ...settings(), prefix: '/tally stick/a+b/' }));

  test('refuses a key that nobody has by name', async () => {
    await expect(s3.write({ ...settings(), accessKeyId: 'nobody' }, NAME, BYTES)).rejects.toMatchObject({
      code: 'backup/destination-refused',
    });
  });
});
