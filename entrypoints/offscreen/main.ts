/** A page that nobody sees: it gives an address to bytes that are sealed already. Chromium's workers can make none. */
import { answerBlobs } from '../../utils/platform/blob-address.ts';

answerBlobs();
