/** The practice site on a real socket, plain and over TLS. */
import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { expect, test } from 'vitest';
import { selfSigned } from '../../site/certificate.ts';
import { startSite } from '../../site/server.ts';

test('a form posted over the socket signs in, and stopping frees the port', async () => {
  const site = await startSite({ nowMs: () => 59_000 });
  site.withUser({ host: site.host, name: 'mei', otp: { secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' } });
  const page = await fetch(`${site.url}/shop/code/single?as=mei`, {
    headers: { 'accept-language': 'zh-CN' },
  });
  const step = (await page.text()).match(/name="step" value="([^"]+)"/)?.[1] ?? '';
  // RFC 6238, appendix B, the last six digits at 59 s.
  const body = new URLSearchParams({ step, otp: '287082' });
  const answer = await fetch(`${site.url}/shop/code`, {
    method: 'POST',
    headers: { 'accept-language': 'zh-CN' },
    body,
  });
  expect(await answer.text()).toContain('登录成功');
  await site.stop();
  await expect(fetch(site.url)).rejects.toThrow();
});

test('a form that is too long is refused without a word about it', async () => {
  const site = await startSite();
  const answer = await fetch(`${site.url}/shop/sign-in`, { method: 'POST', body: 'x'.repeat(70_000) });
  expect([answer.status, await answer.text()]).toEqual([413, '']);
  await site.stop();
});

test('with the network cut the connection breaks, and is back without the switch', async () => {
  const site = await startSite();
  site.town.setSwitch('qq', 'network-cut');
  await expect(fetch(`${site.url}/qq`)).rejects.toThrow();
  site.town.clearSwitches();
  expect((await fetch(`${site.url}/qq`)).status).toBe(200);
  await site.stop();
});

test('the certificate made here is good for TLS on loopback and the names asked for', async () => {
  const tls = selfSigned(Date.now(), ['shop.example.com']);
  const read = new X509Certificate(tls.cert);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkHost('shop.example.com')).toBe('shop.example.com');
  const site = await startSite({ tls });
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${site.url}/`, { ca: tls.cert }, (answer) => resolve(answer.resume().statusCode));
    asked.once('error', reject).end();
  });
  expect(status).toBe(200);
  await site.stop();
});
