import { t } from '../../locales/t';
import { Face } from './Faces';

/** Why there is nothing to show. */
type EmptyReason = 'noQueries' | 'noNumericField' | 'noTimeField' | 'noData';

/** What is missing and how to mend it, where there is nothing to show. */
export default function EmptyFace({ reason }: { reason: EmptyReason }) {
  const { what, mend } = emptyWords(reason);
  return (
    <Face title={what}>
      <p>{mend}</p>
    </Face>
  );
}

function emptyWords(reason: EmptyReason): { what: string; mend: string } {
  switch (reason) {
    case 'noQueries':
      return {
        what: t('views.faces.no-queries', 'No query yet'),
        mend: t('views.faces.no-queries-mend', 'Add a query: each of its numeric fields becomes a metric with a rule.'),
      };
    case 'noNumericField':
      return {
        what: t('views.faces.no-numeric-field', 'No numeric field'),
        mend: t('views.faces.no-numeric-field-mend', 'A rule needs numbers: let a query return a numeric field.'),
      };
    case 'noTimeField':
      return {
        what: t('views.faces.no-time-field', 'No time field'),
        mend: t('views.faces.no-time-field-mend', 'A rule asks how long: let the query return a time field, too.'),
      };
    case 'noData':
      return {
        what: t('views.faces.no-data', 'No data'),
        mend: t('views.faces.no-data-mend', 'The queries returned nothing for this time range, so nothing is checked.'),
      };
  }
}
