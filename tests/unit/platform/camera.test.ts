import { expect, test } from 'vitest';
import { cameraFault } from '../../../utils/platform/camera.ts';

// Names as in the Media Capture and Streams specification, §10.2.
test.each([
  ['NotAllowedError', 'camera/refused'],
  ['SecurityError', 'camera/refused'],
  ['NotFoundError', 'camera/none'],
  ['OverconstrainedError', 'camera/none'],
  ['NotReadableError', 'camera/busy'],
  ['AbortError', 'camera/busy'],
])('%s is %s', (name, code) => {
  expect(cameraFault(new DOMException('words of the browser', name))).toMatchObject({ code });
});

test('anything else is a mistake of ours', () => {
  const error = new TypeError('bad constraints');
  expect(cameraFault(error)).toBe(error);
});
