/** Sign-in frames of other sites that the user named for one account. Both hosts are shown before the yes. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import type { FillingView } from '../../../utils/views.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ChangeFilling } from './filling.tsx';

interface Props {
  readonly service: string;
  readonly filling: FillingView;
  readonly change: ChangeFilling;
}

export function NamedFrames({ service, filling, change }: Props) {
  const adds = useSignal(false);
  return (
    <div class="stack below">
      <h3>{t('filling.frames')}</h3>
      <p class="hint">{t('filling.framesHint')}</p>
      {filling.frames.length > 0 && (
        <ul class="facts">
          {filling.frames.map((pair) => (
            <li key={`${pair.host} ${pair.within}`}>
              <span>{t('filling.framePair', pair)}</span>
              <button
                type="button"
                class="button small"
                aria-label={t('filling.frameRemoveFor', pair)}
                onClick={() => void change({ what: 'frame', ...pair, on: false })}
              >
                {t('filling.frameRemoveDo')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {adds.value ? (
        <AddFrame service={service} change={change} onDone={() => (adds.value = false)} />
      ) : (
        <div>
          <button type="button" class="button" onClick={() => (adds.value = true)}>
            {t('filling.frameAdd')}
          </button>
        </div>
      )}
    </div>
  );
}

function AddFrame({ service, change, onDone }: Omit<Props, 'filling'> & { readonly onDone: () => void }) {
  const host = useSignal('');
  const within = useSignal('');
  const fault = useSignal<FaultCode | null>(null);
  const pair = { host: host.value.trim(), within: within.value.trim() };
  const isComplete = pair.host !== '' && pair.within !== '';
  const save = async () => {
    if (isComplete && (await change({ what: 'frame', ...pair, on: true }, fault))) onDone();
  };
  return (
    <form
      class="way-panel"
      aria-label={t('filling.frameAdd')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={t('filling.frameWithin')} value={within} maxLength={256} />
      <TextField label={t('filling.frameHost')} value={host} maxLength={256} />
      {isComplete && <Notice sort="warning">{t('filling.frameAsk', { service, ...pair })}</Notice>}
      <FaultNotice fault={fault.value} />
      <div class="step-buttons">
        <button type="submit" class="button primary" disabled={!isComplete}>
          {t('filling.frameSave')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('filling.cancel')}
        </button>
      </div>
    </form>
  );
}
