/** Reads the QR code of a secret from a picture into the field above it. */
import { type Signal, useSignal } from '@preact/signals';
import { ImageUp } from 'lucide-preact';
import type { FaultCode } from '../../../utils/fault.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';

export function PictureOfSecret({ value }: { readonly value: Signal<string> }) {
  const fault = useSignal<FaultCode | null>(null);
  const read = async (picture: File | undefined) => {
    if (picture === undefined) return;
    const found = await run(async () => {
      const { scanImage } = await import('../../../utils/platform/scan-qr.ts');
      return scanImage(picture);
    }, fault);
    const [first] = found ?? [];
    if (first !== undefined) value.value = first.text;
  };
  return (
    <div class="file-line">
      <label class="button small">
        <ImageUp size={15} aria-hidden="true" />
        {t('flow.aid.picture')}
        <input
          type="file"
          class="only-spoken"
          accept="image/*"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      <FaultNotice fault={fault.value} />
    </div>
  );
}
