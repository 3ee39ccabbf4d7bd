/** The tag that every annotation of an intervention has (docs/interventions.md). */
export const INTERVENTION_TAG = 'protocol:intervention';
