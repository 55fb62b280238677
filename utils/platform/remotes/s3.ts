/** A bucket of S3-compatible storage, addressed by path so that servers of one's own work as well. */
import { AwsClient } from 'aws4fetch';
import { asked, good } from './answer.ts';
import type { Remote, RemoteSettings } from './remote.ts';

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

  async remove(settings, name) {
    const answer = await ask(settings, name, { method: 'DELETE' });
    if (answer.status !== 404) good(answer);
  },
};

function ask(settings: RemoteSettings, name: string, init: RequestInit): Promise<Response> {
  const { endpoint = '', bucket, prefix = '', region, accessKeyId = '', secretAccessKey = '' } = settings;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region: region || 'us-east-1',
    service: 's3',
    retries: 0,
  });
  const path = [bucket, ...prefix.split('/'), name]
    .filter(Boolean)
    .map((part) => encodeURIComponent(part ?? ''));
  const address = `${endpoint.replace(/\/+$/, '')}/${path.join('/')}`;
  const options = { ...init, credentials: 'omit', cache: 'no-store', redirect: 'error' } as const;
  return asked(() => client.fetch(address, options));
}
