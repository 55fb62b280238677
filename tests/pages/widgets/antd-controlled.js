/** Ant Design: Input.OTP controlled from outside, with its own formatter, sending when it is full. */
import { Input } from 'antd';
import { digits, label, send } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const boxes = createElement(Input.OTP, {
    length: digits,
    value: code,
    formatter: (text) => text.replace(/\D/g, ''),
    onChange: (whole) => {
      setCode(whole);
      void send(whole);
    },
  });
  return createElement('div', null, createElement('h3', null, label), boxes);
});
