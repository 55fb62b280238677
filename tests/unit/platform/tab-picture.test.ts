import { expect, test } from 'vitest';
import { captureFault } from '../../../utils/platform/tab-picture.ts';

// The words as the browsers have them.
test.each([
  ["Either the '<all_urls>' or 'activeTab' permission is required.", 'scan/not-allowed'],
  ['Missing activeTab permission', 'scan/not-allowed'],
  ['Cannot access contents of url "chrome://settings/".', 'scan/page-protected'],
  ['The extensions gallery cannot be scripted.', 'scan/page-protected'],
  ['Taking screenshots has been disabled', 'scan/page-protected'],
])('%j is %s', (words, message) => {
  expect(captureFault(new Error(words))).toMatchObject({ name: 'Fault', message });
});

test('what is nobody’s doing stays what it is', () => {
  const error = new Error('Failed to capture tab: image readback failed');
  expect(captureFault(error)).toBe(error);
});
