/** input-otp: one transparent field over drawn boxes; sends by itself. */
import { OTPInput } from 'input-otp';
import { digits, label, send } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const slot = ({ char, isActive }, at) =>
    createElement('span', { key: at, className: isActive ? 'slot active' : 'slot' }, char ?? '');
  return createElement(OTPInput, {
    maxLength: digits,
    value: code,
    onChange: setCode,
    onComplete: (whole) => void send(whole),
    'aria-label': label,
    render: ({ slots }) => createElement('div', { className: 'slots' }, slots.map(slot)),
  });
});
