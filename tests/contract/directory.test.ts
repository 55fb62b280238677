/** Every line of the directory of services, also those to come: a wrong address here would send a user to a stranger. */
import { expect, test } from 'vitest';
import { builtInDirectory } from '../../utils/sites/directory/built-in.ts';
import { foldedName } from '../../utils/sites/directory/directory.ts';
import { registrableDomain } from '../../utils/sites/site.ts';

const directory = builtInDirectory();
const { services } = directory;

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

test('knows at least 150 services, and the Chinese ones by their Chinese names', () => {
  expect(services.length).toBeGreaterThanOrEqual(150);
  const chinese =
    '微信 QQ 支付宝 淘宝 京东 微博 哔哩哔哩 抖音 百度 网易 小米 华为 阿里云 腾讯云 美团 拼多多 知乎 豆瓣 携程 12306 工商银行';
  expect(chinese.split(' ').filter((name) => directory.serviceOf(name) === null)).toEqual([]);
});

test('no two services share an id, a name or a domain', () => {
  expect(repeated(services.map(({ id }) => id))).toEqual([]);
  expect(repeated(services.flatMap(({ domains }) => domains))).toEqual([]);
  expect(repeated(services.flatMap(({ names }) => [...new Set(names.map(foldedName))]))).toEqual([]);
});

test('a name is never also the domain of another service', () => {
  const domains = new Map(services.flatMap(({ id, domains: own }) => own.map((one) => [one, id] as const)));
  const wrong = services.flatMap(({ id, names }) =>
    names.filter((name) => (domains.get(name.toLowerCase()) ?? id) !== id),
  );
  expect(wrong).toEqual([]);
});

test('every service has an id that may be stored and names that are not empty', () => {
  const wrong = services.filter(
    ({ id, names }) => !/^[a-z0-9][a-z0-9-]*$/.test(id) || names.some((name) => foldedName(name) === ''),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('every domain is registrable, or a host below the domain of another service', () => {
  const isSound = (id: string, domain: string) => {
    const registrable = registrableDomain(domain);
    if (registrable === null || registrable === domain) return registrable !== null;
    return ![null, undefined, id].includes(directory.serviceOf(registrable)?.id);
  };
  const wrong = services.flatMap(({ id, domains }) => domains.filter((domain) => !isSound(id, domain)));
  expect(wrong).toEqual([]);
});

test('whoever claims a domain, a way or a page says from where, by https', () => {
  const wrong = services.filter(({ domains, supports, setUpPage, sources }) => {
    const claims = [...domains, ...Object.values(supports).filter((one) => one !== 'unknown')];
    if (setUpPage !== null) claims.push(setUpPage);
    const areSound = sources.every((source) => new URL(source).protocol === 'https:');
    return claims.length > 0 !== sources.length > 0 || !areSound;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('every set-up page is on a site of the service itself, by https', () => {
  const wrong = services.filter(({ id, setUpPage }) => {
    if (setUpPage === null) return false;
    const { protocol, hostname } = new URL(setUpPage);
    return protocol !== 'https:' || directory.serviceOf(hostname)?.id !== id;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
