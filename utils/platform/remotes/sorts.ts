/** The sorts of places for backups, as a form needs to know them: one entry each. What they do is in `registry.ts`. */

export interface SortOfRemote {
  readonly id: string;
  readonly fields: readonly { readonly id: string; readonly secret: boolean; readonly optional: boolean }[];
  /** Its settings are a folder that is picked, `handle` and `name`. */
  readonly picksFolder?: true;
  /** What the browser is asked for when it is chosen. @throws Fault-free: null for an address that is none. */
  permissions(
    settings: Readonly<Record<string, string>>,
  ): { origins?: string[]; permissions?: string[] } | null;
  /** What it is called beside others of its sort. Never a credential. */
  place(settings: Readonly<Record<string, string>>): string;
}

const field = (id: string, secret = false, optional = false) => ({ id, secret, optional });

export const SORTS = [
  {
    id: 'downloads',
    fields: [],
    permissions: () => ({ permissions: ['downloads'] }),
    place: () => 'Tallystick/',
  },
  {
    id: 'folder',
    fields: [],
    picksFolder: true,
    permissions: () => ({}),
    place: ({ name = '' }) => name,
  },
  {
    id: 'webdav',
    fields: [field('url'), field('user'), field('password', true)],
    permissions: ({ url }) => originOf(url),
    place: ({ url }) => hostAndPath(url),
  },
  {
    id: 's3',
    fields: [
      field('endpoint'),
      field('region', false, true),
      field('bucket'),
      field('prefix', false, true),
      field('accessKeyId'),
      field('secretAccessKey', true),
    ],
    permissions: ({ endpoint }) => originOf(endpoint),
    place: ({ endpoint, bucket }) => `${hostAndPath(endpoint)}/${bucket}`,
  },
] as const satisfies readonly SortOfRemote[];

export type RemoteSort = (typeof SORTS)[number]['id'];

export const sortOf = (id: string): SortOfRemote | undefined => SORTS.find((sort) => sort.id === id);

/** Credentials go over https only. */
function originOf(address = ''): { origins: string[] } | null {
  const url = URL.parse(address);
  return url?.protocol === 'https:' ? { origins: [`https://${url.hostname}/*`] } : null;
}

function hostAndPath(address = ''): string {
  const url = URL.parse(address);
  return url === null ? '' : (url.host + url.pathname).replace(/\/+$/, '');
}
