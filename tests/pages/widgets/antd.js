/** Ant Design: Input.OTP, which tells its value once all boxes are full. */
import { Input } from 'antd';
import { digits, label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [, setCode] = useCode();
  const boxes = createElement(Input.OTP, { length: digits, onChange: setCode });
  return createElement('div', null, createElement('h3', null, label), boxes);
});
