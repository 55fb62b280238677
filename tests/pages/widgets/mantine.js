/** Mantine: PinInput, controlled. */

import { MantineProvider, PinInput } from '@mantine/core';
import styles from '@mantine/core/styles.css?inline';
import { digits, label, make } from './page.js';
import { createElement, draw, useCode } from './react.js';

document.head.append(make('style', { textContent: styles }));

draw(() => {
  const [code, setCode] = useCode();
  const boxes = createElement(PinInput, {
    length: digits,
    type: 'number',
    oneTimeCode: false,
    value: code,
    onChange: setCode,
  });
  return createElement(MantineProvider, null, createElement('h3', null, label), boxes);
});
