/** Recovery codes as a list: shown after a deliberate act, each copied once and ticked off with it. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { FaultCode } from '../../../utils/fault.ts';
import { copyText } from '../../../utils/platform/clipboard.ts';
import { send } from '../../../utils/platform/send.ts';
import type { RevealedView, WayInView } from '../../../utils/views.ts';
import { useInPage } from '../../state/in-page.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { dayText } from '../../time-text.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { wayText } from '../../way-text.ts';

interface Props {
  readonly accountId: string;
  readonly way: WayInView;
}

/** Fewer than these are soon used up: as in the check-up. */
const FEW = 3;

export function RecoveryCodes({ accountId, way }: Props) {
  const list = useSignal<RevealedView['codes'] | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  const { site, enter, fault: entering } = useInPage(accountId);
  const root = useRef<HTMLDivElement>(null);
  const place = { accountId, factorId: way.id };
  const reveal = async () => {
    const shown = await run(() => send('factors.reveal', { ...place, sure: true }), fault);
    if (shown !== undefined) list.value = shown.codes;
  };
  const copy = async (at: number) => {
    const used = await run(() => send('factors.useCode', { ...place, at }), fault);
    if (used === undefined) return;
    await run(() => copyText(used.text), fault);
    say({ text: t('way.codeCopied') });
    await reveal();
  };
  const fill = async (at: number) => {
    if (await enter({ sort: 'recovery', factorId: way.id, at })) await reveal();
  };
  /** The list alone, without the rest of the account. */
  const printList = () => {
    const list = root.current;
    if (list === null) return;
    list.dataset.printed = '';
    print();
    delete list.dataset.printed;
  };
  const isFew = way.state === 'active' && way.codesLeft !== null && way.codesLeft < FEW;
  return (
    <div class="codes" ref={root}>
      {isFew && <Notice sort="warning">{t('way.codesFew')}</Notice>}
      <FaultNotice fault={fault.value ?? entering.value} />
      {list.value === null ? (
        <button
          type="button"
          class="button small"
          aria-label={t('way.showFor', { way: wayText(way) })}
          onClick={() => void reveal()}
        >
          {t('way.show')}
        </button>
      ) : (
        <>
          <ol class="code-list">
            {list.value.map((code, at) => (
              <li key={code.text} class={code.usedAtMs === null ? undefined : 'code-used'}>
                <code>{code.text}</code>
                {code.usedAtMs === null ? (
                  <span class="code-acts">
                    {site !== null && (
                      <button
                        type="button"
                        class="link"
                        aria-label={`${t('entry.fillCode', { site })}: ${t('way.codeAt', { at: at + 1 })}`}
                        onClick={() => void fill(at)}
                      >
                        {t('entry.fillCode', { site })}
                      </button>
                    )}
                    <button
                      type="button"
                      class="link"
                      aria-label={`${t('way.copyCode')}: ${t('way.codeAt', { at: at + 1 })}`}
                      onClick={() => void copy(at)}
                    >
                      {t('way.copyCode')}
                    </button>
                  </span>
                ) : (
                  <span class="hint">
                    {[t('way.usedOn', { when: dayText(code.usedAtMs) }), code.usedOn]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                )}
              </li>
            ))}
          </ol>
          <div class="step-buttons">
            <button type="button" class="button small" onClick={() => (list.value = null)}>
              {t('way.hide')}
            </button>
            <button type="button" class="button small" onClick={printList}>
              {t('way.print')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
