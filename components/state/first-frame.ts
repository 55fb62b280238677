/** The popup's first frame has names and codes; the pictures on its buttons come in the next one. */
import { signal } from '@preact/signals';

export const isFirstFrame = signal(false);
