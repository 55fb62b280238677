/** A bucket of S3-compatible storage, addressed by path so that servers of one's own work as well. */
import { AwsClient } from 'aws4fetch';
import { asked, good } from './answer.ts';
import { elements, filesOfBucket } from './listing.ts';
import type { ListedFile } from './newest.ts';
import type { Remote, RemoteSettings } from './remote.ts';

/** More than any of our rules keeps: a bucket that holds more is not ours alone, and its oldest names are of no use. */
const MOST_FILES = 10_000;

export const s3: Remote = {
  sort: 's3',
  readsBack: true,

  async write(settings, name, bytes) {
    // Only a hint: not every server keeps to it. The name is one of its kind, which does not rest on it.
    const headers = { 'If-None-Match': '*', 'Content-Type': 'application/octet-stream' };
    good(await ask(settings, name, { method: 'PUT', headers, body: Uint8Array.from(bytes) }));
    return null;
  },

  async read(settings, name) {
    const answer = good(await ask(settings, name, { method: 'GET' }));
    return new Uint8Array(await answer.arrayBuffer());
  },

  async list(settings) {
    const prefix = prefixOf(settings);
    const files: ListedFile[] = [];
    let after: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix });
      if (after !== undefined) query.set('continuation-token', after);
      const xml = await good(await ask(settings, '', { method: 'GET' }, query)).text();
      files.push(...filesOfBucket(xml, prefix));
      after = elements(xml, 'NextContinuationToken')[0];
    } while (after !== undefined && files.length < MOST_FILES);
    return files;
  },

  async remove(settings, name) {
    const answer = await ask(settings, name, { method: 'DELETE' });
    if (answer.status !== 404) good(answer);
  },
};

function prefixOf({ prefix = '' }: RemoteSettings): string {
  const parts = prefix.split('/').filter(Boolean);
  return parts.length === 0 ? '' : `${parts.join('/')}/`;
}

/** @param name empty for the bucket itself. */
function ask(
  settings: RemoteSettings,
  name: string,
  init: RequestInit,
  query = new URLSearchParams(),
): Promise<Response> {
  const { endpoint = '', bucket = '', region, accessKeyId = '', secretAccessKey = '' } = settings;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region: region || 'us-east-1',
    service: 's3',
    retries: 0,
  });
  const inside = name === '' ? '' : prefixOf(settings) + name;
  const path = [bucket, ...inside.split('/')].filter(Boolean).map(encodeURIComponent);
  const search = query.size === 0 ? '' : `?${query}`;
  const address = `${endpoint.replace(/\/+$/, '')}/${path.join('/')}${search}`;
  const options = { ...init, credentials: 'omit', cache: 'no-store', redirect: 'error' } as const;
  return asked(() => client.fetch(address, options));
}
