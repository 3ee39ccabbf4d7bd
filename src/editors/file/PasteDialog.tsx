import { css } from '@emotion/css';
import { Field, TextArea, useStyles2 } from '@grafana/ui';
import type { ClipboardEvent } from 'react';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';

import { t } from '../../locales/t';
import type { ImportDialogProps } from './ImportDialog';
import { ImportDialog } from './ImportDialog';
import { MOST_BYTES } from './importLimit';
import type { ImportContext } from './readImport';
import { readText } from './readImport';

interface PasteDialogProps extends Omit<ImportDialogProps, 'source' | 'reading' | 'onPaste'> {
  /** What was pasted before the dialog was there. */
  pasted: string;
  context: ImportContext;
}

/** Takes rules that somebody copied, from a spreadsheet above all, and shows what they would change as a file's would. */
export function PasteDialog({ pasted, context, ...dialog }: PasteDialogProps) {
  const [text, setText] = useState(pasted);
  const read = useDeferredValue(text);
  const reading = useMemo(
    () => (read.trim() === '' || read.length > MOST_BYTES ? undefined : readText(read, context)),
    [read, context]
  );
  const replace = (event: ClipboardEvent) => {
    // In the input itself the browser puts it where the cursor is.
    if (!(event.target instanceof HTMLTextAreaElement)) {
      setText(pastedText(event));
    }
  };
  const source = <PasteInput text={text} onChange={setText} />;
  return <ImportDialog {...dialog} source={source} reading={reading} onPaste={replace} />;
}

function PasteInput({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  const isTooLarge = text.length > MOST_BYTES;
  return (
    <Field
      label={t('editors.paste.label', 'Rows of a spreadsheet, CSV or YAML')}
      description={t('editors.paste.description', 'Copy the rows with their headers, and paste them here.')}
      invalid={isTooLarge}
      error={t('editors.paste.too-large', 'More than 5 MB. Paste the rows of the rules alone.')}
    >
      <TextArea
        id={id}
        ref={input}
        className={styles.input}
        value={text}
        rows={4}
        wrap="off"
        spellCheck={false}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}

/** The text that a paste brings. Beside it, spreadsheets put pictures of the cells on the clipboard. */
export function pastedText({ clipboardData }: ClipboardEvent): string {
  return clipboardData.getData('text/plain');
}

const getStyles = () => ({
  input: css({ fontFamily: 'monospace', whiteSpace: 'pre', tabSize: 12, resize: 'vertical' }),
});
