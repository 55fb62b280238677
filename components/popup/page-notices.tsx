/** All that few openings of the popup have to say of the page behind it, each part where there is something to say. */
import { confirming, foreign } from '../state/site.ts';
import { ClockCorrected } from './clock-notice.tsx';
import { ConfirmFill } from './confirm-fill.tsx';
import { FrameOffer } from './frame-offer.tsx';
import { TabNotices } from './tab-notices.tsx';
import { WhyPanel } from './why-panel.tsx';

export function PageNotices() {
  return (
    <>
      {confirming.value !== null && <ConfirmFill key={confirming.value.id} account={confirming.value} />}
      {foreign.value !== null && <FrameOffer {...foreign.value} />}
      <ClockCorrected />
      <TabNotices />
      <WhyPanel />
    </>
  );
}
