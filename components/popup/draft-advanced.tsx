/** What most sites leave as it is. Closed until asked for. */
import { type DraftFields, HASHES_OFFERED } from '../state/draft.ts';
import { t } from '../text/i18n.ts';
import { ChoiceField, TextField } from '../ui/text-field.tsx';

interface Props {
  readonly fields: DraftFields;
  readonly wrong: (field: keyof DraftFields) => string | null;
  readonly scanned: boolean;
}

export function DraftAdvanced({ fields, wrong, scanned }: Props) {
  const { kind, hash, digits, periodSeconds, counter, secret } = fields;
  const wrongInside = (['kind', 'hash', 'digits', 'periodSeconds', 'counter'] as const).some(wrong);
  const known = kind.value === 'totp' || kind.value === 'hotp';
  return (
    <details class="advanced" open={wrongInside || undefined}>
      <summary>{t('bind.advanced')}</summary>
      <div class="stack">
        {scanned && (
          <TextField label={t('bind.secret')} value={secret} fault={wrong('secret')} secret maxLength={512} />
        )}
        <div class="columns">
          <ChoiceField label={t('bind.kind')} value={kind}>
            <option value="totp">{t('bind.kindTotp')}</option>
            <option value="hotp">{t('bind.kindHotp')}</option>
            {!known && <option value={kind.value}>{kind.value}</option>}
          </ChoiceField>
          <ChoiceField label={t('bind.hash')} value={hash}>
            {hashesWith(hash.value).map((name) => (
              <option key={name} value={name}>
                {name.replace('SHA', 'SHA-')}
              </option>
            ))}
          </ChoiceField>
          <TextField
            label={t('bind.digits')}
            inputMode="numeric"
            value={digits}
            fault={wrong('digits')}
            maxLength={2}
          />
          {kind.value === 'hotp' ? (
            <TextField
              label={t('bind.counter')}
              inputMode="numeric"
              value={counter}
              fault={wrong('counter')}
              maxLength={15}
            />
          ) : (
            <TextField
              label={t('bind.period')}
              inputMode="numeric"
              value={periodSeconds}
              fault={wrong('periodSeconds')}
              maxLength={5}
            />
          )}
        </div>
      </div>
    </details>
  );
}

/** A scanned code may name one that is not worth offering by hand. */
function hashesWith(present: string): readonly string[] {
  const offered: readonly string[] = HASHES_OFFERED;
  return offered.includes(present) ? offered : [...offered, present];
}
