/** Enters the number or address of this step into the open page, so that it is the same in both places. */

import { useInPage } from '../../state/in-page.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import type { AidProps } from './aids.tsx';

export function FillNumber({ run, values }: AidProps) {
  const { site, fault, enter } = useInPage(run.account?.id);
  const number = values.get('number');
  const address = values.get('address');
  const typed = number ?? address;
  // A service that forbids tools gets nothing from us but a code when asked.
  if (site === null || typed === undefined || run.handsOff) return null;
  const fill = () => {
    const country = values.get('country')?.value || 'CN';
    const { value } = typed;
    return enter(number ? { sort: 'number', number: value, country } : { sort: 'address', address: value });
  };
  return (
    <>
      <button type="button" class="button" disabled={typed.value.trim() === ''} onClick={() => void fill()}>
        {number ? t('entry.number', { site }) : t('entry.address', { site })}
      </button>
      <FaultNotice fault={fault.value} />
    </>
  );
}
