import { Button } from '@grafana/ui';

import { t } from '../../locales/t';

interface RecordOfferProps {
  onRecord: () => void;
}

/** Puts on the record what ended while nobody looked. */
export function RecordOffer({ onRecord }: RecordOfferProps) {
  return (
    <Button
      size="sm"
      fill="text"
      tooltip={t('panel.records.offer-tooltip', 'Writes an annotation for each of them.')}
      onClick={onRecord}
    >
      {t('panel.records.offer', 'Record them')}
    </Button>
  );
}
