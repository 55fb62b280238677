/** Whom to call first when a phone is gone: the carriers of mainland China, and how to find any other. */

export interface Carrier {
  /** Id in the directory of services, which has its names and its site. */
  readonly service: string;
  readonly hotline: string;
  readonly sources: readonly string[];
}

const DESCRIBED = 'www.yunzhuji.net/kahao/610539.html';

/** The numbers are also the carriers' own: two of their domains are named after them. */
export const CARRIERS: readonly Carrier[] = [
  { service: 'china-mobile', hotline: '10086', sources: ['www.10086.cn', DESCRIBED] },
  { service: 'china-unicom', hotline: '10010', sources: ['www.10010.com', DESCRIBED] },
  { service: 'china-telecom', hotline: '10000', sources: ['www.189.cn', DESCRIBED] },
];

/** Words `carrier.find.<id>`: ways to the hotline of a carrier that we do not know. Nothing of it is an address to click. */
export const FINDING_OTHERS: readonly string[] = ['bill', 'shop', 'sameCarrier', 'typeAddress', 'abroad'];
