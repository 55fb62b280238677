/** A way in that is lost without its account's other ways: marked as such, or the whole device is gone through. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { send } from '../../../utils/platform/send.ts';
import type { WayInView } from '../../../utils/views.ts';
import { startFlow } from '../../state/flows.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { wayText } from '../../way-text.ts';

interface Props {
  readonly accountId: string;
  readonly way: WayInView;
  readonly onDone: () => void;
}

export function LostWay({ accountId, way, onDone }: Props) {
  const fault = useSignal<FaultCode | null>(null);
  const { deviceId, deviceName } = way;
  const mark = async () => {
    const done = await run(
      () => send('factors.setState', { accountId, factorId: way.id, state: 'lost' }),
      fault,
    );
    if (done !== undefined) onDone();
  };
  return (
    <div class="way-panel">
      <Notice sort="warning">
        <strong>{t('way.lostAsk', { way: wayText(way) })}</strong> {t('way.lostText')}
      </Notice>
      {deviceId !== null && deviceName !== null && (
        <Notice
          sort="info"
          action={
            <button
              type="button"
              class="button small"
              onClick={() => void startFlow({ flow: 'lost-phone', deviceId })}
            >
              {t('way.lostDeviceDo', { device: deviceName })}
            </button>
          }
        >
          {t('way.lostDevice', { device: deviceName })}
        </Notice>
      )}
      <FaultNotice fault={fault.value} />
      <div class="step-buttons">
        <button type="button" class="button primary" onClick={() => void mark()}>
          {t('way.lostDo')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('way.cancel')}
        </button>
      </div>
    </div>
  );
}

export async function takeBack(accountId: string, factorId: string): Promise<void> {
  await run(() => send('factors.setState', { accountId, factorId, state: 'active' }));
}
