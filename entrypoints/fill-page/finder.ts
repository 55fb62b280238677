/** Keeps track of the best code field of one document and tells the background when that changes. */
import { browser } from 'wxt/browser';
import { detectCodeFields } from '../../utils/autofill/detect.ts';
import { seenFields } from '../../utils/autofill/explain.ts';
import { ASKED_SCORE, type CodeField, OFFER_SCORE } from '../../utils/autofill/field.ts';
import { type FieldRule, stampOf } from '../../utils/autofill/field-rule.ts';
import { hasErrorNear } from '../../utils/platform/dom/error-near.ts';
import { type Mark, showMark } from '../../utils/platform/dom/mark.ts';
import type { PageWorld } from '../../utils/platform/dom/page-world.ts';
import { readPage } from '../../utils/platform/dom/read-page.ts';
import { shadowOf } from '../../utils/platform/dom/shadow.ts';
import { taughtFields } from '../../utils/platform/dom/taught-field.ts';
import { watchPage } from '../../utils/platform/dom/watch-page.ts';
import { send } from '../../utils/platform/send.ts';
import type { RequestOf } from '../../utils/protocol.ts';

/** Less than the background waits for a report. */
const MOTION_LIMIT_MS = 500;

interface Target {
  readonly fieldId: string;
  readonly shape: CodeField['shape'];
  readonly strength: 'offer' | 'asked';
  readonly channel: string;
  readonly elements: readonly HTMLElement[];
}

function find(rules: readonly FieldRule[]): Omit<Target, 'fieldId'> | null {
  const taught = taughtFields(rules, shadowOf);
  if (taught !== null)
    return { shape: taught.rule.shape, strength: 'offer', channel: '', elements: taught.elements };
  const { page, elements } = readPage(shadowOf);
  const [best] = detectCodeFields(page, ASKED_SCORE);
  if (best === undefined) return null;
  const found = best.fields.flatMap((field) => elements[field] ?? []);
  const strength = best.score >= OFFER_SCORE ? 'offer' : 'asked';
  return { shape: best.shape, strength, channel: best.channel, elements: found };
}

/** The same field, or what the page drew in its place. */
function isSuccessor(found: Omit<Target, 'fieldId'>, target: Target): boolean {
  if (found.shape !== target.shape) return false;
  if (found.elements[0] === target.elements[0]) return true;
  return !target.elements[0]?.isConnected && found.elements.length === target.elements.length;
}

/** The words of a page are no business of ours to complain about: nothing is said when the background is away. */
const quietly = (sent: Promise<unknown>) => sent.catch(() => undefined);

/** A dialog that is fading in cannot be seen yet: what moves now is waited for, though not for long. */
function motion(): Promise<unknown> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  const limit = new Promise((resolve) => setTimeout(resolve, MOTION_LIMIT_MS));
  return Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), limit]);
}
const world = globalThis as PageWorld;
/** A code for another document means none of this one's fields, also where the browser delivers by frame alone. */
const own = crypto.randomUUID();

export function createFinder() {
  const stop = new AbortController();
  let target: Target | null = null;
  let mark: Mark | null = null;
  let rules: readonly FieldRule[] = [];
  let hadError = false;
  let count = 0;

  const setTarget = (found: Omit<Target, 'fieldId'> | null) => {
    if (found !== null && target !== null && isSuccessor(found, target)) {
      const moved = found.elements.at(-1) !== target.elements.at(-1);
      target = { ...found, fieldId: target.fieldId };
      if (moved && mark !== null) setMark(target);
      // The page may have refused what was filled without a new page.
      if (hasErrorNear(target.elements[0]) !== hadError) reportTarget(target);
      return;
    }
    removeMark();
    if (target !== null) void quietly(send('field.gone', { fieldId: target.fieldId }));
    count += 1;
    target = found === null ? null : { ...found, fieldId: `${own} ${count}` };
    if (target !== null) announce(target);
  };

  const report = (told: RequestOf<'field.found'>) =>
    quietly(send('field.found', { ...told, rules: stampOf(rules) }));

  const reportTarget = ({ fieldId, shape, strength, channel, elements }: Target) => {
    hadError = hasErrorNear(elements[0]);
    void report({ fieldId, shape, strength, channel, hasError: hadError });
  };

  const announce = (found: Target) => {
    const { fieldId, strength, elements } = found;
    reportTarget(found);
    if (strength === 'offer') setMark({ fieldId, elements });
  };

  const setMark = ({ fieldId, elements }: Pick<Target, 'fieldId' | 'elements'>) => {
    removeMark();
    const last = elements.at(-1);
    if (last === undefined || world.tallystickMarks !== true) return;
    mark = showMark(last, browser.i18n.getMessage('markLabel'), (event, clicked) => {
      const sure = world.tallystickClick?.(event, clicked) ?? false;
      void quietly(send('mark.clicked', { fieldId, sure }));
    });
    world.tallystickMark = mark;
  };
  const removeMark = () => {
    mark?.remove();
    mark = null;
    world.tallystickMark = undefined;
  };

  const look = () => {
    if (browser.runtime?.id === undefined) return end();
    setTarget(find(rules));
  };
  const end = () => {
    stop.abort();
    removeMark();
  };

  return {
    end,
    isAlive: () => !stop.signal.aborted && browser.runtime?.id !== undefined,
    start() {
      watchPage(look, stop.signal);
      // What is reported outlives the document otherwise: the background has no other sign that it went.
      addEventListener('pagehide', () => setTarget(null), { signal: stop.signal });
      if (target === null) void reportNone();
    },
    /** The user asked while we were here already: say again what there is. */
    reportAgain() {
      setTarget(find(rules));
      if (target === null) return void reportNone();
      reportTarget(target);
    },
    /** What the user pointed at on this host, in place of what was known of that before. */
    learn(known: readonly FieldRule[]) {
      rules = known;
      this.reportAgain();
    },
    /** @returns the elements of that field as they are now; of the best one when no field is named. Empty when gone. */
    elementsOf(fieldId: string | null): readonly HTMLElement[] {
      if (target === null || target.elements.some((element) => !element.isConnected)) {
        const again = find(rules);
        if (again === null || (target !== null && !isSuccessor(again, target))) return [];
        setTarget(again);
      }
      if (target === null) return [];
      return fieldId === null || target.fieldId === fieldId ? target.elements : [];
    },
  };

  async function reportNone(): Promise<void> {
    await motion();
    setTarget(find(rules));
    if (target !== null) return;
    const seen = seenFields(readPage(shadowOf).page);
    void report({ fieldId: '', shape: 'none', strength: 'none', seen });
  }
}

export type Finder = ReturnType<typeof createFinder>;
