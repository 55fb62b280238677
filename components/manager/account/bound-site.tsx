/** One site an account is bound to: the whole site or one host of it, and whether one click fills there. */
import { useSignal } from '@preact/signals';
import { Globe } from 'lucide-preact';
import type { FaultCode } from '../../../utils/fault.ts';
import { requestSite } from '../../../utils/platform/permissions.ts';
import type { BoundSiteView } from '../../../utils/views.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ChangeFilling } from './filling.tsx';

interface Props {
  readonly bound: BoundSiteView;
  readonly change: ChangeFilling;
}

export function BoundSiteCard({ bound, change }: Props) {
  const narrows = useSignal(false);
  const { site, readable, exactHost, isGuess, oneClick } = bound;
  const name = { site, exactHost };
  return (
    <li class="bound-site">
      <div class="way-head">
        <Globe size={20} aria-hidden="true" />
        <div class="way-names">
          <strong>{readable}</strong>
          {readable !== site && <span>{site}</span>}
        </div>
      </div>
      <p class="way-facts">
        {t(exactHost ? 'filling.exact' : 'filling.whole')}
        {isGuess && ` · ${t('filling.guess')}`}
      </p>
      <Switch
        label={t('filling.oneClick')}
        spoken={t('filling.oneClickFor', { site: readable })}
        hint={t('filling.oneClickHint')}
        on={oneClick}
        onChange={(on) => chooseOneClick(bound, on, change)}
      />
      {narrows.value ? (
        <Narrow bound={bound} change={change} onDone={() => (narrows.value = false)} />
      ) : (
        <div class="way-acts">
          <button
            type="button"
            class="button small"
            aria-label={t(exactHost ? 'filling.widenFor' : 'filling.narrowFor', { site: readable })}
            onClick={() => {
              if (exactHost) void change({ what: 'narrow', ...name, host: null });
              else narrows.value = true;
            }}
          >
            {t(exactHost ? 'filling.widenDo' : 'filling.narrowDo')}
          </button>
          <button
            type="button"
            class="button small"
            aria-label={t('filling.forgetFor', { site: readable })}
            onClick={() => void change({ what: 'forget', ...name })}
          >
            {t('filling.forgetDo')}
          </button>
        </div>
      )}
    </li>
  );
}

/** The mark is shown only where the browser lets us in: asked first of all, or the browser refuses to ask. */
function chooseOneClick(
  { site, exactHost, pattern, granted }: BoundSiteView,
  on: boolean,
  change: ChangeFilling,
) {
  const answer = on && !granted ? requestSite(pattern) : Promise.resolve(true);
  void answer.then((allowed) => change({ what: 'oneClick', site, exactHost, on: on && allowed }));
}

function Narrow({ bound, change, onDone }: Props & { readonly onDone: () => void }) {
  const host = useSignal('');
  const fault = useSignal<FaultCode | null>(null);
  const { site, exactHost } = bound;
  const save = async () => {
    const wanted = host.value.trim();
    if (wanted !== '' && (await change({ what: 'narrow', site, exactHost, host: wanted }, fault))) onDone();
  };
  return (
    <form
      class="way-panel"
      aria-label={t('filling.narrowFor', { site: bound.readable })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={t('filling.narrowLabel', { site })} value={host} maxLength={256} />
      <FaultNotice fault={fault.value} />
      <div class="step-buttons">
        <button type="submit" class="button primary">
          {t('filling.narrowSave')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('filling.cancel')}
        </button>
      </div>
    </form>
  );
}
