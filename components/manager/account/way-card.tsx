/** One way into an account: what it is, how it stands, how old it is, and what can be done with it. */
import { useSignal } from '@preact/signals';
import type { WayInView } from '../../../utils/views.ts';
import { nowMs } from '../../state/clock.ts';
import { startFlow } from '../../state/flows.ts';
import { t } from '../../text/i18n.ts';
import { agoText, dayText } from '../../time-text.ts';
import { sortText, stateText, wayText } from '../../way-text.ts';
import { EditWay } from './edit-way.tsx';
import { LostWay, takeBack } from './lost-way.tsx';
import { QrOfWay } from './qr-of-way.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { iconOf } from './way-icons.ts';

interface Props {
  readonly accountId: string;
  readonly way: WayInView;
}

type Panel = 'none' | 'edit' | 'lost' | 'qr';

export function WayCard({ accountId, way }: Props) {
  const panel = useSignal<Panel>('none');
  const Icon = iconOf(way.sort);
  const close = () => {
    panel.value = 'none';
  };
  return (
    <li class={`way way-${way.state}`}>
      <div class="way-head">
        <Icon size={20} aria-hidden="true" />
        <div class="way-names">
          <strong>{sortText(way.sort)}</strong>
          <span>{way.shown}</span>
        </div>
        <span class={`chip chip-${way.state}`}>{stateText(way.state)}</span>
      </div>
      <p class="way-facts">{factsOf(way).join(' · ')}</p>
      {way.sort === 'recoveryCodes' && <RecoveryCodes accountId={accountId} way={way} />}
      {panel.value === 'none' && (
        <Acts accountId={accountId} way={way} open={(next) => (panel.value = next)} />
      )}
      {panel.value === 'edit' && <EditWay accountId={accountId} way={way} onDone={close} />}
      {panel.value === 'qr' && <QrOfWay accountId={accountId} way={way} onDone={close} />}
      {panel.value === 'lost' && <LostWay accountId={accountId} way={way} onDone={close} />}
    </li>
  );
}

function factsOf(way: WayInView): string[] {
  const now = nowMs.value;
  const facts = [t('way.since', { when: agoText(way.addedAtMs, now) })];
  const used = way.lastUsedAtMs ?? way.acceptedAtMs;
  facts.push(used === null ? t('way.neverUsed') : t('way.used', { when: agoText(used, now) }));
  if (way.deviceName !== null) facts.push(t('way.onDevice', { device: way.deviceName }));
  if (way.codesLeft !== null)
    facts.push(t('way.codesLeft', { count: way.codesLeft, all: way.codesAll ?? 0 }));
  if (way.endsAtMs !== null) facts.push(t('way.ends', { day: dayText(way.endsAtMs) }));
  if (way.rotateEveryDays !== null) facts.push(t('way.rhythm', { count: way.rotateEveryDays }));
  if (way.goneSinceMs !== null) facts.push(t('way.goneSince', { when: agoText(way.goneSinceMs, now) }));
  return facts;
}

interface ActsProps extends Props {
  readonly open: (panel: Panel) => void;
}

/** These find the way in they are about by themselves. */
const OF_THE_ACCOUNT: readonly string[] = ['retire-sms', 'new-codes'];
const KEYS: readonly string[] = ['otp', 'securityKey', 'passkey'];

function Acts({ accountId, way, open }: ActsProps) {
  const name = wayText(way);
  const isGone = way.state === 'retired' || way.state === 'lost';
  const start = (flow: string) => () =>
    void startFlow({
      flow,
      accountIds: [accountId],
      ...(OF_THE_ACCOUNT.includes(flow) ? {} : { factorId: way.id }),
    });
  if (isGone) {
    return (
      <div class="way-acts">
        <button
          type="button"
          class="button small"
          aria-label={t('way.takeBackFor', { way: name })}
          onClick={() => void takeBack(accountId, way.id)}
        >
          {t('way.takeBack')}
        </button>
      </div>
    );
  }
  const hasFlows = way.sort !== 'recoveryCodes';
  return (
    <div class="way-acts">
      {hasFlows && (
        <Act label={t('way.changeFor', { way: name })} onClick={start('change')}>
          {t('way.change')}
        </Act>
      )}
      {hasFlows && (
        <Act label={t('way.unbindFor', { way: name })} onClick={start('unbind')}>
          {t('way.unbind')}
        </Act>
      )}
      {!hasFlows && (
        <Act label={t('way.newListFor', { way: name })} onClick={start('new-codes')}>
          {t('way.newList')}
        </Act>
      )}
      {way.sort === 'phone' && (
        <Act label={t('way.retireFor', { way: name })} onClick={start('retire-sms')}>
          {t('way.retireSms')}
        </Act>
      )}
      <Act
        label={t('way.lostFor', { way: name })}
        onClick={
          KEYS.includes(way.sort)
            ? () => void startFlow({ flow: 'lost-key', accountIds: [accountId] })
            : () => open('lost')
        }
      >
        {t('way.lost')}
      </Act>
      {way.sort === 'otp' && (
        <Act label={t('way.qrFor', { way: name })} onClick={() => open('qr')}>
          {t('way.qr')}
        </Act>
      )}
      <Act label={t('way.editFor', { way: name })} onClick={() => open('edit')}>
        {t('way.edit')}
      </Act>
    </div>
  );
}

interface ActProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: string;
}

/** Short to see, whole to hear: a row of cards would say "Change" five times. */
function Act({ label, onClick, children }: ActProps) {
  return (
    <button type="button" class="button small" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
