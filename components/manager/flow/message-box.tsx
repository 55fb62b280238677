/** A pasted text message: its code, and all that speaks against entering it here. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { copyText, readCopiedText } from '../../../utils/platform/clipboard.ts';
import { send } from '../../../utils/platform/send.ts';
import type { SmsView } from '../../../utils/views.ts';
import { grouped } from '../../code-groups.ts';
import { useInPage } from '../../state/in-page.ts';
import { run as attempt } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import type { AidProps } from './aids.tsx';
import { ManyLines } from './fields.tsx';

export function MessageBox({ run }: AidProps) {
  const text = useSignal('');
  const read = useSignal<SmsView | null>(null);
  const accountId = run.account?.id;
  useSignalEffect(() => {
    const message = text.value;
    read.value = null;
    if (message.trim() === '') return;
    const about = accountId === undefined ? {} : { accountId };
    void attempt(() => send('sms.read', { text: message.slice(0, 4000), ...about })).then((answer) => {
      if (answer !== undefined && text.peek() === message) read.value = answer;
    });
  });
  const paste = async () => {
    text.value = (await readCopiedText()) ?? text.value;
  };
  return (
    <details class="message">
      <summary>{t('sms.label')}</summary>
      <button type="button" class="button small" onClick={() => void attempt(paste)}>
        {t('sms.clipboard')}
      </button>
      <ManyLines label={t('sms.label')} note={t('sms.hint')} value={text} />
      <div role="status">
        {read.value !== null && (
          <Read
            sms={read.value}
            text={text.value}
            accountId={accountId}
            service={run.account?.service ?? ''}
          />
        )}
      </div>
    </details>
  );
}

interface ReadProps {
  readonly sms: SmsView;
  /** The message itself: what is entered is read from it once more, where it is checked. */
  readonly text: string;
  readonly accountId: string | undefined;
  readonly service: string;
}

function Read({ sms, text, accountId, service }: ReadProps) {
  const { site, fault, enter } = useInPage(accountId);
  const { code, elsewhere, otherService, fishy, sender, validSeconds } = sms;
  const facts = [
    sender === null ? null : t('sms.sender', { sender }),
    validSeconds === null ? null : t('sms.valid', { minutes: Math.round(validSeconds / 60) }),
  ].filter((fact) => fact !== null);
  const copy = async (shown: string) => {
    await copyText(shown);
    say({ text: t('flow.aid.copied') });
  };
  return (
    <div class="message-read">
      {elsewhere !== null && <Notice sort="fault">{t('sms.elsewhere', elsewhere)}</Notice>}
      {otherService !== null && (
        <Notice sort="warning">{t('sms.otherService', { sender: sender ?? otherService, service })}</Notice>
      )}
      {fishy.map((reason) => (
        <Notice key={reason} sort="warning">
          {wordsFor(`sms.fishy.${reason}`) ?? reason}
        </Notice>
      ))}
      {code === null ? (
        <p>{t('sms.noCode')}</p>
      ) : (
        <div class="code-now">
          <span class="hint">{t('sms.code')}</span>
          <output class="code">{grouped(code)}</output>
          {elsewhere === null && (
            <button type="button" class="button small" onClick={() => void attempt(() => copy(code))}>
              {t('sms.copy')}
            </button>
          )}
          {elsewhere === null && site !== null && (
            <button
              type="button"
              class="button small"
              onClick={() => void enter({ sort: 'message', text: text.slice(0, 4000) })}
            >
              {t('entry.message', { site })}
            </button>
          )}
        </div>
      )}
      <FaultNotice fault={fault.value} />
      {facts.length > 0 && <p class="hint">{facts.join(' · ')}</p>}
    </div>
  );
}
