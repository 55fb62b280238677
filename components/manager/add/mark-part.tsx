/** A picture of the page, on which the code is marked: by dragging, or by the arrow keys. Nothing happens in the page itself. */
import { useEffect, useRef } from 'preact/hooks';
import type { Reading } from '../../state/bind.ts';
import { markedPart, type Part, scanPart } from '../../state/handed.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';

interface Props {
  /** A data address. */
  readonly picture: string;
  readonly onRead: (read: () => Promise<Reading>) => void;
}

const STEP = 0.02;
const LEAST = 0.02;

export function MarkPart({ picture, onRead }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLButtonElement>(null);
  const part = markedPart.value;
  useEffect(() => {
    // After the title of the page, which takes the focus first.
    const frame = requestAnimationFrame(() => box.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const read = () => onRead(() => scanPart(picture, markedPart.peek()));
  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = (area.current as HTMLDivElement).getBoundingClientRect();
    return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
  };
  const drag = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const from = at(event);
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    target.onpointermove = (moved) => {
      markedPart.value = between(from, at(moved));
    };
    target.onpointerup = () => {
      target.onpointermove = null;
    };
  };
  return (
    <div class="mark">
      <p class="hint">{t('add.markText')}</p>
      <div ref={area} class="mark-area" onPointerDown={drag}>
        <img src={picture} alt={t('add.markPicture')} draggable={false} />
        <button
          ref={box}
          type="button"
          class="mark-part"
          aria-label={t('add.markPart')}
          style={{
            left: `${part.x * 100}%`,
            top: `${part.y * 100}%`,
            width: `${part.width * 100}%`,
            height: `${part.height * 100}%`,
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') goTo('add');
            else if (event.key === 'Enter') read();
            else {
              const moved = movedBy(part, event.key, event.shiftKey);
              if (moved === null) return;
              markedPart.value = moved;
            }
            event.preventDefault();
          }}
        />
      </div>
      <div class="pair">
        <button type="button" class="button primary" onClick={read}>
          {t('add.markRead')}
        </button>
        <a class="button" href={linkTo('add')}>
          {t('common.cancel')}
        </a>
      </div>
    </div>
  );
}

const within = (fraction: number) => Math.min(1, Math.max(0, fraction));

function between(one: Pick<Part, 'x' | 'y'>, other: Pick<Part, 'x' | 'y'>): Part {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.max(LEAST, Math.abs(one.x - other.x)),
    height: Math.max(LEAST, Math.abs(one.y - other.y)),
  };
}

/** Arrows move it; with Shift they move its right and lower edge. */
function movedBy(part: Part, key: string, isResized: boolean): Part | null {
  const across = key === 'ArrowRight' ? STEP : key === 'ArrowLeft' ? -STEP : 0;
  const down = key === 'ArrowDown' ? STEP : key === 'ArrowUp' ? -STEP : 0;
  if (across === 0 && down === 0) return null;
  if (isResized) {
    return {
      ...part,
      width: Math.min(1 - part.x, Math.max(LEAST, part.width + across)),
      height: Math.min(1 - part.y, Math.max(LEAST, part.height + down)),
    };
  }
  return {
    ...part,
    x: Math.min(1 - part.width, Math.max(0, part.x + across)),
    y: Math.min(1 - part.height, Math.max(0, part.y + down)),
  };
}
