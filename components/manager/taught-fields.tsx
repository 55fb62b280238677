/** The fields the user pointed at, each as the rule that was kept of it: to read, to forget, to take along. */
import { saveFile } from '../../utils/platform/save-file.ts';
import { send } from '../../utils/platform/send.ts';
import type { RuleView } from '../../utils/views.ts';
import { useAnswer } from '../state/answer.ts';
import { run } from '../state/run.ts';
import { say } from '../state/toast.ts';
import { language, t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Block } from './page.tsx';

export function TaughtFields() {
  const { value, fault } = useAnswer(() => send('rules.list', {}));
  const rules = value.value ?? [];
  const forget = async ({ id, host }: RuleView) => {
    value.value = await send('rules.remove', { ruleId: id });
    say({ text: t('taught.forgotten', { host }) });
  };
  return (
    <Block title={t('taught.title')}>
      <FaultNotice fault={fault.value} />
      {rules.length === 0 ? (
        <p class="nothing">{t('taught.none')}</p>
      ) : (
        <>
          <p class="hint">{t('taught.lead')}</p>
          <ul class="taught">
            {rules.map((rule) => (
              <Rule key={rule.id} rule={rule} onForget={() => void run(() => forget(rule))} />
            ))}
          </ul>
          <button type="button" class="button" onClick={() => exportRules(rules)}>
            {t('taught.export')}
          </button>
        </>
      )}
    </Block>
  );
}

function Rule({ rule, onForget }: { readonly rule: RuleView; readonly onForget: () => void }) {
  const { host, path, shape, fields, insistedOn, taughtAtMs } = rule;
  const when = new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium' }).format(taughtAtMs);
  const label = fields[0]?.label ?? '';
  return (
    <li>
      <div>
        <b dir="auto">
          {host}
          <span class="taught-path">{path}</span>
        </b>
        <p class="hint">
          {[
            label,
            shape === 'row' ? t('taught.row', { count: fields.length }) : t('taught.single'),
            t('taught.when', { when }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <code>{fields.map(({ selector }) => selector).join('\n')}</code>
        {insistedOn !== null && <p class="hint">{t('taught.insisted')}</p>}
      </div>
      <button
        type="button"
        class="button small"
        aria-label={t('taught.forgetFor', { host })}
        onClick={onForget}
      >
        {t('taught.forget')}
      </button>
    </li>
  );
}

/** Ids are of this vault only, so they stay here. */
function exportRules(rules: readonly RuleView[]): void {
  const plain = rules.map(({ id: _, ...rule }) => ({
    ...rule,
    taughtAtMs: undefined,
    taughtAt: new Date(rule.taughtAtMs).toISOString(),
  }));
  const text = `${JSON.stringify({ format: 'tallystick-fields', version: 1, fields: plain }, null, 2)}\n`;
  saveFile('tallystick-fields.json', new TextEncoder().encode(text), 'application/json');
}
