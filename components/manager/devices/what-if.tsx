/** What the loss of a device would mean: who is hit, in which order to act, what is left. As a page, and as a sheet to print. */
import { send } from '../../../utils/platform/send.ts';
import type { DeviceView, WhatIfLostView } from '../../../utils/views.ts';
import { useAnswer } from '../../state/answer.ts';
import { nowMs } from '../../state/clock.ts';
import { startFlow } from '../../state/flows.ts';
import { linkTo } from '../../state/route.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { dayText } from '../../time-text.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { wayText } from '../../way-text.ts';
import { Hotlines } from '../flow/hotlines.tsx';
import { Block, Page } from '../page.tsx';

type Hit = WhatIfLostView['hits'][number];

interface Props {
  readonly device: DeviceView;
  readonly asSheet: boolean;
}

export function WhatIf({ device, asSheet }: Props) {
  const { value, fault } = useAnswer(() => send('simulate.lost', { deviceIds: [device.id] }), device.id);
  const loss = value.value;
  const { name } = device;
  return (
    <Page
      title={asSheet ? t('device.sheetTitle', { name }) : t('device.whatIfTitle', { name })}
      lead={asSheet ? t('device.sheetLead') : t('device.whatIfLead')}
      back={{ href: linkTo('devices'), label: t('device.back') }}
      actions={
        asSheet ? (
          <button type="button" class="button primary" onClick={() => print()}>
            {t('device.print')}
          </button>
        ) : (
          <a class="button" href={linkTo('devices', device.id, 'sheet')}>
            {t('device.sheet')}
          </a>
        )
      }
    >
      <FaultNotice fault={fault.value} />
      {loss !== null && (asSheet ? <Sheet device={device} loss={loss} /> : <Loss loss={loss} />)}
    </Page>
  );
}

function Loss({ loss }: { readonly loss: WhatIfLostView }) {
  const out = loss.hits.filter(({ leftFactorIds }) => leftFactorIds.length === 0).length;
  const facts = [
    t('device.hit', { count: loss.hits.length }),
    out > 0 ? t('device.out', { count: out }) : null,
    t('device.untouched', { count: loss.untouched }),
  ];
  return (
    <>
      <Notice sort={out > 0 ? 'warning' : 'good'}>
        {loss.hits.length === 0 && `${t('device.nothingHangs')} `}
        {facts.filter(Boolean).join(' · ')}
      </Notice>
      {loss.circles.length > 0 && (
        <Block title={t('device.circles')}>
          {loss.circles.map((circle) => (
            <Notice key={circle.map(({ id }) => id).join(' ')} sort="warning">
              {t('device.circle', { names: circle.map(({ service }) => service).join(' ↔ ') })}
            </Notice>
          ))}
        </Block>
      )}
      {loss.hits.length > 0 && (
        <Block title={t('device.order')}>
          <ol class="hits">
            {loss.hits.map((hit) => (
              <HitLine key={hit.accountId} hit={hit} />
            ))}
          </ol>
        </Block>
      )}
    </>
  );
}

function HitLine({ hit }: { readonly hit: Hit }) {
  const { service, login, accountId } = hit;
  return (
    <li>
      <div class="hit-head">
        <a href={linkTo('accounts', accountId)}>
          <strong>{service}</strong> {login}
        </a>
        <span class="hint">
          {hit.importance !== 'other' && wordsFor(`checkup.importance.${hit.importance}`)}
        </span>
        <span class={`chip ${chipOf(hit)}`}>{outcomeText(hit)}</span>
        <button
          type="button"
          class="button small"
          aria-label={t('device.mendFor', { service, login })}
          onClick={() => void startFlow({ flow: 'bind', accountIds: [accountId] })}
        >
          {t('device.mend')}
        </button>
      </div>
      <p class="hint">{t('device.gone', { ways: hit.lost.map(wayText).join(', ') })}</p>
      {hit.left.length > 0 && (
        <p class="hint">{t('device.left', { ways: hit.left.map(wayText).join(', ') })}</p>
      )}
    </li>
  );
}

function outcomeText({ leftFactorIds, onlyCodes }: Hit): string {
  if (leftFactorIds.length === 0) return t('device.lockedOut');
  return onlyCodes ? t('device.onlyCodes') : t('device.wayLeft');
}

function chipOf({ leftFactorIds, onlyCodes }: Hit): string {
  if (leftFactorIds.length === 0) return 'chip-lost';
  return onlyCodes ? 'chip-pending' : 'chip-active';
}

/** More would fill a second page, which nobody has at hand. */
const MOST_ON_SHEET = 25;

/** No secret on it: what to do, whom to call, and in which order. */
function Sheet({ device, loss }: { readonly device: DeviceView; readonly loss: WhatIfLostView }) {
  const first = loss.hits.slice(0, MOST_ON_SHEET);
  const more = loss.hits.length - first.length;
  const number = device.shownNumber;
  return (
    <section class="sheet">
      <ol class="plain-steps">
        {device.sort === 'phone' && (
          <li>{number === null ? t('device.sheet1None') : t('device.sheet1', { number })}</li>
        )}
        <li>{t('device.sheet2')}</li>
        <li>{t('device.sheet3')}</li>
        <li>
          {loss.hits.length === 0 ? t('device.nothingHangs') : t('device.sheet4')}
          <ol class="plain-steps">
            {first.map((hit) => (
              <li key={hit.accountId}>
                <strong>{hit.service}</strong> {hit.login}:{' '}
                {hit.left.length === 0 ? outcomeText(hit) : hit.left.map(wayText).join(', ')}
              </li>
            ))}
          </ol>
          {more > 0 && <p>{t('device.sheetAnd', { count: more })}</p>}
        </li>
      </ol>
      {device.sort === 'phone' && <Hotlines heading="h2" />}
      <p class="hint">{t('device.sheetMade', { day: dayText(nowMs.value) })}</p>
    </section>
  );
}
