/** The next unused recovery code, where it gets its owner in: entered into the page, or copied. Ticked off either way, shown in neither. */
import { copyText } from '../../../utils/platform/clipboard.ts';
import { send } from '../../../utils/platform/send.ts';
import { useAnswer } from '../../state/answer.ts';
import { useInPage } from '../../state/in-page.ts';
import { run as attempt } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import type { AidProps } from './aids.tsx';

export function UseRecovery({ run }: AidProps) {
  const accountId = run.account?.id ?? '';
  const ways = useAnswer(() => send('factors.list', { accountId }), accountId).value.value ?? [];
  const list = ways.find(({ sort, state }) => sort === 'recoveryCodes' && state === 'active');
  const { site, fault, enter } = useInPage(run.account?.id);
  const left = list?.codesLeft ?? 0;
  if (list === undefined || left === 0) return null;
  const copy = async () => {
    const { text } = await send('factors.useCode', { accountId, factorId: list.id });
    await copyText(text);
    say({ text: t('way.codeCopied') });
  };
  return (
    <div class="recovery-aid">
      <p class="hint">{t('entry.codesLeft', { count: left })}</p>
      <div class="step-buttons">
        {site !== null && (
          <button
            type="button"
            class="button small"
            onClick={() => void enter({ sort: 'recovery', factorId: list.id })}
          >
            {t('entry.nextCode', { site })}
          </button>
        )}
        <button type="button" class="button small" onClick={() => void attempt(copy, fault)}>
          {t('entry.copyNext')}
        </button>
      </div>
      <FaultNotice fault={fault.value} />
    </div>
  );
}
