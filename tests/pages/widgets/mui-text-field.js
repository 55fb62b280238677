/** MUI: a controlled TextField with a floating label. */
import TextField from '@mui/material/TextField';
import { label } from './page.js';
import { createElement, draw, useCode } from './react.js';

draw(() => {
  const [code, setCode] = useCode();
  return createElement(TextField, {
    label,
    value: code,
    onChange: ({ target }) => setCode(target.value),
    slotProps: { htmlInput: { maxLength: 6, inputMode: 'numeric' } },
  });
});
