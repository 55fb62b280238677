/** What axe finds on a page, in both colour schemes. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const SCHEMES = ['light', 'dark'] as const;

/** @returns one line a finding: the screen, the scheme, the rule, and the elements. */
export async function axeFinds(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A colour on its way from one scheme to the other has a contrast of neither.
    await page.evaluate(async () => {
      await new Promise((next) => requestAnimationFrame(next));
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
      await Promise.allSettled(ending.map(({ finished }) => finished));
    });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    for (const { id, nodes } of violations) {
      found.push(`${screen}, ${colorScheme}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`);
    }
  }
  return found;
}
