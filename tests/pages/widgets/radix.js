/** Radix: the one-time password field, controlled. */
import { HiddenInput, Input, Root } from '@radix-ui/react-one-time-password-field';
import { digits, label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const boxes = Array.from({ length: digits }, (_, key) => createElement(Input, { key, className: 'box' }));
  const properties = { value: code, onValueChange: setCode, 'aria-label': label };
  return createElement(Root, properties, boxes, createElement(HiddenInput, { name: 'code' }));
});
