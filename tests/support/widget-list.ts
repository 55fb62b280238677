/** The pages of the fill matrix: one file in `tests/pages/widgets/` and one line here each. */

export interface Widget {
  /** The file's name, and the page's. */
  readonly id: string;
  /** Who sends the code once it is there: a person with the button, or the widget by itself. */
  readonly sends: 'button' | 'itself';
  /** What stands beside the field. */
  readonly label: string;
}

const widget = (id: string, label = 'Verification code', sends: Widget['sends'] = 'button'): Widget => ({
  id,
  sends,
  label,
});

export const WIDGETS: readonly Widget[] = [
  widget('react-controlled'),
  widget('react-boxes', 'Enter the 6-digit code'),
  widget('react-remount', 'Authentication code'),
  widget('react-otp-input', 'Enter the code from your authenticator app'),
  widget('react-verification-input', 'One-time code', 'itself'),
  widget('react-number-format', 'Authenticator code'),
  widget('input-otp', 'One-time password', 'itself'),
  widget('antd', '请输入 6 位动态验证码'),
  widget('antd-controlled', '两步验证码', 'itself'),
  widget('mui-otp', 'Two-factor code', 'itself'),
  widget('mui-text-field', '2FA code'),
  widget('mantine', 'Code from your app'),
  widget('primereact', 'Enter the code we sent you'),
  widget('zag', 'Security code', 'itself'),
  widget('radix', 'One-time code'),
  widget('preact-controlled', 'Code de vérification'),
  widget('vue-model', 'Bestätigungscode'),
  widget('vue-boxes', 'Código de autenticación'),
  widget('vue3-otp-input', '認証コード', 'itself'),
  widget('primevue', 'Enter your one-time code'),
  widget('angular-reactive', 'Authenticator code'),
  widget('angular-model', 'Authentication code'),
  widget('ng-otp-input', 'Enter OTP'),
  widget('svelte-field', 'Login code'),
  widget('svelte-boxes', 'Code from your authenticator app'),
  widget('imask', 'Verification code'),
  widget('number'),
  widget('tel-boxes', 'Verification code', 'itself'),
  widget('password', 'One-time password'),
  widget('editable', 'Enter the 6-digit code'),
  widget('editable-field', 'Enter the 6-digit code'),
  widget('late'),
  widget('rerendered', 'Two-step verification'),
  widget('focus-stealing', 'Enter the 6-digit code'),
  widget('focus-stealing-field'),
  widget('paste-only', 'Enter the 6-digit code'),
  widget('paste-only-field'),
  widget('keydown-only', 'Enter the 6-digit code'),
  widget('keydown-only-field'),
  widget('dropping', 'Enter the 6-digit code'),
  widget('shadow', 'Enter the 6-digit code'),
  widget('closed-shadow'),
  widget('halves', 'Verification code'),
];
