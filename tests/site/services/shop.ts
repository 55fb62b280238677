/** Copper Kettle (铜壶茶铺), a tea shop with passwords, authenticator codes and recovery codes. */
import type { Listing, Service } from '../service.ts';
import { accountRoutes } from './shop/accounts.ts';
import { codeRoutes } from './shop/code-step.ts';
import { QR_VARIANTS } from './shop/qr-variants.ts';
import { setUpRoutes } from './shop/set-up.ts';
import { SHAPES } from './shop/shapes.ts';

const accountPages = [
  ['/shop/register', 'register'],
  ['/shop/sign-in', 'signIn'],
  ['/shop/account', 'account'],
] as const;

const otherKinds = [
  ['/shop/setup?algorithm=sha256&digits=8&period=60', 'sha256'],
  ['/shop/setup?kind=hotp', 'hotp'],
] as const;

const setUpPages: Listing[] = [
  ...QR_VARIANTS.map(({ id }) => [`/shop/setup?qr=${id}`, id] as const),
  ...otherKinds,
].map(([path, id]) => ({
  path,
  title: ({ shop }) => shop.qr[id].title,
  about: ({ shop }) => shop.qr[id].about,
}));

export const shop: Service = {
  routes: [...accountRoutes, ...setUpRoutes, ...codeRoutes],
  groups: [
    {
      title: ({ shop }) => shop.groups.shop,
      listings: accountPages.map(([path, id]) => ({
        path,
        title: ({ shop }) => shop[id].title,
        about: ({ shop }) => shop[id].about,
      })),
    },
    { title: ({ shop }) => shop.groups.setup, listings: setUpPages },
    {
      title: ({ shop }) => shop.groups.code,
      listings: SHAPES.map(({ id }) => ({
        path: `/shop/code/${id}`,
        title: ({ shop }) => shop.shapes[id].title,
        about: ({ shop }) => shop.shapes[id].about,
      })),
    },
  ],
};
