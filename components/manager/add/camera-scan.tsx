/** The live picture of the camera. It stops when this is left, and by itself once a whole code was read. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Fault, type FaultCode } from '../../../utils/fault.ts';
import { type CameraChoice, cameras, openCamera, watchCodes } from '../../../utils/platform/camera.ts';
import { SetNotice } from '../../popup/add-sets.tsx';
import { wordsOf } from '../../popup/add-which.tsx';
import { type Reading, readCodes } from '../../state/bind.ts';
import { linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { ChoiceField } from '../../ui/text-field.tsx';

export function CameraScan({ onFound }: { readonly onFound: (reading: Reading) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const chosen = useSignal('');
  const choices = useSignal<readonly CameraChoice[]>([]);
  const round = useSignal(0);
  const isLive = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const unread = useSignal<FaultCode | null>(null);
  /** Codes so far that are not all, or none of ours. */
  const seen = useSignal<Reading | null>(null);

  const found = async (texts: readonly string[]) => {
    const reading = await run(() => readCodes(texts), unread);
    if (reading === undefined) return;
    const isWhole = reading.drafts.length > 0 && reading.sets.every(({ missing }) => missing.length === 0);
    if (isWhole) onFound(reading);
    else seen.value = reading;
  };

  useSignalEffect(() => {
    void round.value;
    const cameraId = chosen.value;
    const left = new AbortController();
    const look = async () => {
      const stream = await openCamera(cameraId);
      const stop = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      const picture = video.current;
      if (left.signal.aborted || picture === null) return stop();
      left.signal.addEventListener('abort', stop);
      for (const track of stream.getTracks()) track.onended = () => lost();
      picture.srcObject = stream;
      await picture.play();
      isLive.value = true;
      choices.value = await cameras();
      await watchCodes(picture, found, left.signal);
    };
    const lost = () => {
      left.abort();
      isLive.value = false;
      fault.value = 'camera/lost';
    };
    void run(() => look().catch(unlessLeft(left.signal)), fault);
    return () => {
      left.abort();
      isLive.value = false;
    };
  });

  const again = () => {
    round.value += 1;
  };
  return (
    <div class="live">
      <video ref={video} muted playsInline hidden={fault.value !== null} aria-label={t('add.live')} />
      {fault.value === null && (
        <p class="hint" role="status">
          {isLive.value ? t('add.liveText') : t('add.starting')}
        </p>
      )}
      <FaultNotice fault={fault.value} />
      <FaultNotice fault={unread.value} />
      <Seen reading={seen.value} onShow={onFound} />
      {choices.value.length > 1 && (
        <ChoiceField label={t('add.which')} value={chosen}>
          {choices.value.map(({ id, name }, at) => (
            <option key={id} value={id}>
              {name || t('add.whichNumber', { number: at + 1 })}
            </option>
          ))}
        </ChoiceField>
      )}
      <div class="pair">
        {fault.value !== null && (
          <button type="button" class="button primary" onClick={again}>
            {t('add.again')}
          </button>
        )}
        <a class="button" href={linkTo('add')}>
          {t('add.stop')}
        </a>
      </div>
    </div>
  );
}

interface SeenProps {
  readonly reading: Reading | null;
  readonly onShow: (reading: Reading) => void;
}

function Seen({ reading, onShow }: SeenProps) {
  if (reading === null) return null;
  return (
    <>
      {reading.sets.map((progress) => (
        <SetNotice key={progress.id} progress={progress} />
      ))}
      {reading.others.map((other) => (
        <Notice key={wordsOf(other)} sort="warning">
          {wordsOf(other)}
        </Notice>
      ))}
      {reading.drafts.length > 0 && (
        <button type="button" class="button small" onClick={() => onShow(reading)}>
          {t('bind.setShow', { count: reading.drafts.length })}
        </button>
      )}
    </>
  );
}

/** What ends because the camera was left is no fault. */
function unlessLeft(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (signal.aborted && !(error instanceof Fault)) return;
    throw error;
  };
}
