/** Check and save: names, secret, the live code, and the site the account will belong to. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import type { BindDraftView } from '../../utils/views.ts';
import { faultText } from '../fault-text.ts';
import { saveDraft } from '../state/bind.ts';
import { nowMs } from '../state/clock.ts';
import {
  type Checked,
  checkDraft,
  type DraftFields,
  draftFields,
  draftOf,
  faultField,
} from '../state/draft.ts';
import { run } from '../state/run.ts';
import { noFill, site } from '../state/site.ts';
import { say } from '../state/toast.ts';
import { t, wordsFor } from '../text/i18n.ts';
import { FaultNotice, Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DraftAdvanced } from './draft-advanced.tsx';
import { DraftPreview } from './draft-preview.tsx';
import { SiteField } from './site-field.tsx';

/** After the last key; nobody wants to be corrected in the middle of a word. */
const PAUSE_MS = 180;

interface Props {
  readonly start: BindDraftView | null;
  readonly onBack: () => void;
  readonly onSaved: (accountId: string) => void;
}

export function DraftForm({ start, onBack, onSaved }: Props) {
  const fields = useMemo(() => draftFields(start), [start]);
  const checked = useChecked(fields, start);
  const fault = useSignal<FaultCode | null>(null);
  const nameless = useSignal(false);
  const bind = useSignal(noFill.value === null);
  const chosenSite = useSignal('');
  useEffect(() => {
    // A scanned draft is there to be looked at first; a form to be filled in begins with its first field.
    if (start === null) document.querySelector<HTMLInputElement>('#draft input')?.focus();
  }, [start]);
  const { view, fault: objection } = checked.value;
  const same = view?.sameAs ?? null;
  const save = async () => {
    nameless.value = fields.service.value.trim() === '';
    if (nameless.value) return;
    const draft = draftOf(fields, start);
    const added = await run(async () => {
      // Asked again: what the form shows may be of the secret before the last key, and another account would be renewed.
      checked.value = await checkDraft(draft);
      const { view: sure } = checked.value;
      const place = { bindToTab: noFill.value === null && bind.value, site: chosenSite.value };
      return sure && saveDraft(draft, place, sure.sameAs?.accountId);
    }, fault);
    if (added == null) return;
    const service = fields.service.value.trim();
    onSaved(added.accountId);
    say({
      text:
        added.boundTo === null
          ? t('bind.saved', { service })
          : t('bind.savedSite', { service, site: added.boundTo }),
    });
  };
  const wrong = (field: keyof DraftFields) =>
    objection !== null && faultField(objection) === field ? faultText(objection) : null;
  return (
    <Screen
      title={start === null ? t('bind.type') : t('bind.checkTitle')}
      onBack={onBack}
      foot={
        <button type="submit" form="draft" class="button primary wide" disabled={view === null}>
          {same === null ? t('bind.save') : t('bind.renew')}
        </button>
      }
    >
      <form
        id="draft"
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <DraftPreview view={view} typed={start === null} />
        <Same view={view} />
        {noticesOf(start, view, fields.service.value).map((notice) => (
          <DraftNotice key={notice} notice={notice} />
        ))}
        <TextField
          label={t('bind.service')}
          placeholder={t('bind.servicePlaceholder')}
          value={fields.service}
          fault={nameless.value ? t('bind.serviceMissing') : null}
          maxLength={256}
        />
        <TextField
          label={t('bind.login')}
          placeholder={t('bind.loginPlaceholder')}
          value={fields.login}
          maxLength={256}
        />
        {start === null && (
          <TextField
            label={t('bind.secret')}
            hint={t('bind.secretHint')}
            value={fields.secret}
            fault={wrong('secret')}
            secret
            maxLength={512}
          />
        )}
        {noFill.value === null ? (
          <BindSwitch on={bind.value} onChange={(on) => (bind.value = on)} />
        ) : (
          <SiteField service={fields.service} site={chosenSite} fault={fault.value === 'site/malformed'} />
        )}
        <DraftAdvanced fields={fields} wrong={wrong} scanned={start !== null} />
        {objection !== null && faultField(objection) === null && <FaultNotice fault={objection} />}
        {fault.value !== 'site/malformed' && <FaultNotice fault={fault.value} />}
      </form>
    </Screen>
  );
}

/** What was said of the code as it was read stays true while its names are corrected; but it has a name then. */
function noticesOf(start: BindDraftView | null, view: BindDraftView | null, service: string): string[] {
  const all = new Set([...(start?.notices ?? []), ...(view?.notices ?? [])]);
  if (service.trim() !== '') all.delete('noService');
  return [...all];
}

/** Asks anew after each pause in typing, and when the code shown has run out. */
function useChecked(fields: DraftFields, start: BindDraftView | null) {
  const checked = useSignal<Checked>({ view: start, fault: null });
  const round = useSignal(0);
  useSignalEffect(() => {
    void round.value;
    const draft = draftOf(fields, start);
    const timer = setTimeout(async () => {
      const answer = await run(() => checkDraft(draft));
      if (answer !== undefined) checked.value = answer;
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  useSignalEffect(() => {
    const until = checked.value.view?.code.validUntilMs ?? null;
    if (until !== null && until <= nowMs.value) round.value = nowMs.value;
  });
  return checked;
}

function BindSwitch({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <Switch
      label={t('bind.bindTo', { site: site.value?.readable ?? '' })}
      hint={t('bind.bindToText')}
      on={on}
      onChange={onChange}
    />
  );
}

/** The background keeps no secret twice: saving then renews the account that has it. */
function Same({ view }: { readonly view: BindDraftView | null }) {
  const same = view?.sameAs ?? null;
  if (same === null) return null;
  const { service, login } = same;
  return (
    <Notice sort="warning">
      {login === '' ? t('bind.sameNoLogin', { service }) : t('bind.same', { service, login })}
    </Notice>
  );
}

function DraftNotice({ notice }: { readonly notice: string }) {
  const words = wordsFor(notice.startsWith('bind.notice.') ? notice : `bind.notice.${notice}`);
  return words === null ? null : <Notice sort="info">{words}</Notice>;
}
