/** The services of the practice site: a new one is a file in `services/` and a line here. */
import type { Service } from './service.ts';
import { bank } from './services/bank.ts';
import { btepai } from './services/btepai.ts';
import { controls } from './services/controls.ts';
import { hostile } from './services/hostile.ts';
import { inboxes } from './services/inboxes.ts';
import { qq } from './services/qq.ts';
import { shop } from './services/shop.ts';
import { tokenim } from './services/tokenim.ts';

export const SERVICES: readonly Service[] = [tokenim, bank, qq, btepai, inboxes, controls, shop, hostile];
