/** A folder on a WebDAV server. RFC 4918; its quirks as measured on Apache, lighttpd, nginx and rclone. */
import { encodeBase64 } from '../../encoding/base64.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { asked, good } from './answer.ts';
import { filesOfMultistatus } from './listing.ts';
import type { Remote, RemoteSettings } from './remote.ts';

const WANTED = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getlastmodified/></prop></propfind>';

export const webdav: Remote = {
  sort: 'webdav',
  readsBack: true,

  async write(settings, name, bytes) {
    // Only a hint: half of the servers overwrite all the same. The name is one of its kind, which does not rest on it.
    const headers = { 'If-None-Match': '*', 'Content-Type': 'application/octet-stream' };
    const put = () => ask(settings, name, { method: 'PUT', headers, body: Uint8Array.from(bytes) });
    const first = await put();
    if (first.status !== 404 && first.status !== 409) {
      good(first);
      return null;
    }
    good(await ask(settings, '', { method: 'MKCOL' }));
    good(await put());
    return null;
  },

  async read(settings, name) {
    const answer = good(await ask(settings, name, { method: 'GET' }));
    return new Uint8Array(await answer.arrayBuffer());
  },

  async list(settings) {
    const headers = { Depth: '1', 'Content-Type': 'application/xml' };
    const answer = good(await ask(settings, '', { method: 'PROPFIND', headers, body: WANTED }));
    return filesOfMultistatus(await answer.text());
  },

  async remove(settings, name) {
    const answer = await ask(settings, name, { method: 'DELETE' });
    if (answer.status !== 404) good(answer);
  },
};

function ask(
  { url = '', user, password }: RemoteSettings,
  name: string,
  init: RequestInit,
): Promise<Response> {
  const address = `${url.replace(/\/+$/, '')}/${encodeURIComponent(name)}`;
  const authorization = `Basic ${encodeBase64(encodeUtf8(`${user}:${password}`))}`;
  return asked(() =>
    fetch(address, {
      ...init,
      headers: { ...init.headers, Authorization: authorization },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    }),
  );
}
