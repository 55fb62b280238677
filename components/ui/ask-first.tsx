/** Asks once more before something goes, in the place where it was asked for. */
import { t } from '../text/i18n.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly question: string;
  /** What will be done, on the button that does it. */
  readonly verb: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function AskFirst({ question, verb, onYes, onNo }: Props) {
  return (
    <Notice
      sort="warning"
      action={
        <>
          <button type="button" class="button small" onClick={onYes}>
            {verb}
          </button>
          <button type="button" class="button small" onClick={onNo}>
            {t('common.cancel')}
          </button>
        </>
      }
    >
      {question}
    </Notice>
  );
}
