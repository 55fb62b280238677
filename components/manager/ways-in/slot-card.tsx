/** One way in: what it is, since when, what can be done with it. */
import { useSignal } from '@preact/signals';
import type { SlotView } from '../../../utils/views.ts';
import { linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { status } from '../../state/vault.ts';
import { removeSlot } from '../../state/ways-in.ts';
import { language, type MessageKey, t } from '../../text/i18n.ts';
import { sortOfWay } from './way-sorts.ts';

/** Pages about one sort of way: address and name. */
const ACTS: Readonly<Record<string, readonly (readonly [string, MessageKey])[]>> = {
  passphrase: [
    ['passphrase', 'waysIn.passphraseChange'],
    ['rehearse', 'rehearse.title'],
  ],
  recovery: [
    ['paper', 'paper.title'],
    ['shares', 'share.pageTitle'],
    ['recovery', 'waysIn.recoveryAgain'],
  ],
};

interface Props {
  readonly slot: SlotView;
  readonly isLast: boolean;
}

export function SlotCard({ slot, isLast }: Props) {
  const sure = useSignal(false);
  const { icon: Icon, name, text } = sortOfWay(slot);
  return (
    <li class="card">
      <Icon size={20} aria-hidden="true" />
      <span class="card-names">
        <strong>{t(name)}</strong>
        <span>
          {t(text)} {t('waysIn.made', { when: dayOf(slot.createdAtMs) })} {moreAbout(slot)}
        </span>
      </span>
      <span class="pair card-acts">
        {sure.value ? (
          <>
            <button type="button" class="button small" onClick={() => (sure.value = false)}>
              {t('common.cancel')}
            </button>
            <button
              type="button"
              class="button small danger"
              onClick={() => void run(() => removeSlot(slot.id))}
            >
              {t('waysIn.removeSure')}
            </button>
          </>
        ) : (
          <>
            {(ACTS[slot.type] ?? []).map(([page, label]) => (
              <a key={page} class="button small quiet" href={linkTo('ways-in', page)}>
                {t(label)}
              </a>
            ))}
            {!isLast && (
              <button type="button" class="button small quiet" onClick={() => (sure.value = true)}>
                {t('waysIn.remove')}
              </button>
            )}
          </>
        )}
      </span>
    </li>
  );
}

function moreAbout({ type }: SlotView): string {
  const ways = status.value?.ways;
  if (type !== 'recovery' || ways == null) return '';
  const { split, recoveryHeldAtMs } = ways;
  return [
    split === null ? '' : t('share.split', { threshold: split.threshold, of: split.count }),
    recoveryHeldAtMs === null ? '' : t('waysIn.heldOn', { when: dayOf(recoveryHeldAtMs) }),
  ].join(' ');
}

const dayOf = (atMs: number) =>
  new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium' }).format(atMs);
