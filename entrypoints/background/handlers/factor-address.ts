/** One code leaves in clear, as the address behind a QR code: after the passphrase where there is one, and noted in the journal. */
import { accountIn, otpFactorIn } from '../../../utils/accounts/edits.ts';
import { writeOtpUri } from '../../../utils/otp/uri.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Door } from '../../../utils/vault/door.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import { askProof } from './proof.ts';

interface Ports {
  readonly keeper: Keeper;
  readonly door: Pick<Door, 'status' | 'verify'>;
}

export function factorAddressHandlers({ keeper, door }: Ports): Pick<Handlers, 'factors.address'> {
  return {
    async 'factors.address'({ accountId, factorId, proof }) {
      await askProof(door, proof);
      return keeper.change({ did: 'factor.shown', accountId, factorId }, (contents) => {
        const account = accountIn(contents.account, accountId);
        const { otp } = otpFactorIn(account, factorId);
        const { service, login } = account;
        return [contents, { address: writeOtpUri({ service, login, otp, extra: {} }) }];
      });
    },
  };
}
