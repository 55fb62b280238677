/** The services of the practice site: a new one is a file in `services/` and a line here. */
import type { Service } from './service.ts';
import { hostile } from './services/hostile.ts';
import { shop } from './services/shop.ts';

export const SERVICES: readonly Service[] = [shop, hostile];
