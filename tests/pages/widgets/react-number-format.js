/** react-number-format: a pattern of two groups, controlled. */
import { PatternFormat } from 'react-number-format';
import { label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  const field = createElement(PatternFormat, {
    format: '### ###',
    mask: '_',
    allowEmptyFormatting: true,
    value: code,
    onValueChange: ({ value }) => setCode(value),
  });
  return createElement('label', null, label, field);
});
