/** What our scripts in one document leave for each other. Each extension has a world of its own: no page sees it. Types only. */
import type { Mark } from './mark.ts';

export interface PageWorld {
  tallystickFinder?: { end(): void };
  /** Marks may be shown: the user allowed this site. */
  tallystickMarks?: boolean;
  tallystickMark?: Mark | undefined;
  /** Put there by `fill-click`: whether this click on that mark was meant by a person who could see it. */
  tallystickClick?: (event: MouseEvent, mark: Mark) => boolean;
  /** Put there by `fill-submit` for one fill: called when the page kept the code. */
  tallystickSubmit?: ((elements: readonly HTMLElement[]) => void) | undefined;
}
