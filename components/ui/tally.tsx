/** The mark: two halves of a tally. Apart while locked or waiting, together when they fit. */
interface Props {
  readonly state: 'apart' | 'together' | 'waiting' | 'broken';
  readonly size?: 'small' | 'large';
}

export function Tally({ state, size = 'small' }: Props) {
  return (
    <svg class={`tally tally-${state} tally-${size}`} viewBox="-16 0 160 128" aria-hidden="true">
      <path
        class="tally-left"
        d="M36 11H57V43H77V57H37V99H57V117H36A25 25 0 0 1 11 92V36A25 25 0 0 1 36 11Z"
      />
      <path
        class="tally-right"
        d="M92 117H71V85H51V71H91V29H71V11H92A25 25 0 0 1 117 36V92A25 25 0 0 1 92 117Z"
      />
    </svg>
  );
}
