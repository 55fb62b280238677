/** The other ways to unlock, where there are several. */
import type { SlotView, VaultStatus } from '../../utils/views.ts';
import { type MessageKey, t } from '../text/i18n.ts';

/** In the order they are thought of. */
const UNLOCKING = ['passphrase', 'device', 'passkey', 'recovery'] as const;
export type Unlocking = (typeof UNLOCKING)[number];

const NAMES: Record<Unlocking, MessageKey> = {
  passphrase: 'locked.usePassphrase',
  device: 'locked.useDevice',
  passkey: 'locked.usePasskey',
  recovery: 'locked.recovery',
};

export const slotsBy = ({ slots }: VaultStatus, way: Unlocking): readonly SlotView[] =>
  slots.filter(({ type }) => type === way);

export const waysOf = (status: VaultStatus): readonly Unlocking[] =>
  UNLOCKING.filter((way) => slotsBy(status, way).length > 0);

interface Props {
  readonly ways: readonly Unlocking[];
  readonly onChoose: (way: Unlocking) => void;
}

export function OtherWays({ ways, onChoose }: Props) {
  if (ways.length === 0) return null;
  return (
    <div class="other-ways">
      {ways.map((way) => (
        <button key={way} type="button" class="link" onClick={() => onChoose(way)}>
          {t(NAMES[way])}
        </button>
      ))}
    </div>
  );
}
