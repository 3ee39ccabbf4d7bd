import { parseDay } from '../time/calendar';
import type { RuleField } from './fields';
import { DECIDING_FIELDS, FIELDS } from './fields';
import { agreedFields, fingerprintOf, fingerprintOfVersion } from './fingerprint';
import type { ReadVersion } from './read';
import { readRuleInput } from './read';
import type { RuleSource, Signature } from './rule';

/**
 * Whose signatures a metric's rule carries, of the stored rules that it is merged from, and what became of what each was
 * given for. Each rule is compared with its own fingerprint; what is stated nowhere but in words (agreed by, agreed on) has
 * nothing that it could be compared with. And each is compared with what the sources together say. A signature covers what
 * its own source states, and where that states a level, all that decides when it fires, what was left blank included: a
 * more specific source that nobody signed and that says otherwise there makes another rule of it than the one that was
 * agreed. What other sources add to it, it was given beside, and stands.
 *
 * @param stated - The more specific first.
 * @returns Undefined where nobody signed any.
 */
export function signaturesOf(
  stated: ReadonlyArray<{ source: RuleSource; input: ReadVersion }>
): readonly Signature[] | undefined {
  const signatures = layerSignatures(stated.map(({ input }) => input)).map(({ layer, by, ...signature }) => ({
    source: stated[layer].source,
    ...signature,
    ...(by !== undefined && { by: stated[by].source }),
  }));
  return signatures.length > 0 ? signatures : undefined;
}

/**
 * The fingerprint for several stored rules that were laid over each other to one: that of the whole as long as all of it
 * is as it was agreed; one that differs from it where something is not; none where nobody can tell.
 *
 * @param layers - As they are stored, the more specific first.
 */
export function fingerprintOfLayers(layers: readonly unknown[], whole: unknown): string | undefined {
  const inputs = layers.map((layer) => readRuleInput(layer, 'default').input);
  const signatures = layerSignatures(inputs);
  const changed = signatures.find(({ state, by }) => state === 'changed' || by !== undefined);
  if (changed) {
    const input = inputs[changed.layer];
    return input.agreedFingerprint ?? fingerprintOfVersion(input);
  }
  const isKept = signatures.length > 0 && signatures.every(({ state }) => state === 'kept');
  return isKept && !isLevelUnsigned(inputs) ? fingerprintOf(whole) : undefined;
}

/** A signature by the places of the layers. */
interface LayerSignature extends Omit<Signature, 'source' | 'by'> {
  layer: number;
  by?: number;
}

/** @param layers - The more specific first. */
function layerSignatures(layers: readonly ReadVersion[]): LayerSignature[] {
  if (!layers.some(isSigned)) {
    return [];
  }
  const said = layers.map(agreedFields);
  const first = firstPlaces(said);
  // Where each field is stated that nobody signed there.
  const unsigned = [...first].filter(([, place]) => !isSigned(layers[place]));
  return layers.flatMap((input, layer): LayerSignature[] => {
    if (!isSigned(input)) {
      return [];
    }
    const own = said[layer];
    const above = unsigned.find(
      ([field, place]) => place < layer && covers(own, field) && said[place].get(field) !== own.get(field)
    );
    const by = above?.[1];
    return [
      {
        layer,
        ...ownState(input),
        ...(by !== undefined && { by, ...changeOf({ ...layers[by], agreedOn: input.agreedOn }) }),
      },
    ];
  });
}

type Said = ReadonlyMap<RuleField, unknown>;

/** Whether a signature on what a source says is one on a field: it says that, or a level that fires by it. */
function covers(own: Said, field: RuleField): boolean {
  const isOfLevel = FIELDS[field].group === 'threshold' || DECIDING_FIELDS.includes(field);
  return own.has(field) || (isOfLevel && LEVELS.some((level) => own.has(level)));
}

/** Whether the level is stated by layers that nobody signed alone. */
function isLevelUnsigned(layers: readonly ReadVersion[]): boolean {
  const said = layers.map(agreedFields);
  const level = LEVELS.find((one) => said.some((fields) => fields.has(one)));
  return level !== undefined && !said.some((fields, layer) => fields.has(level) && isSigned(layers[layer]));
}

/** The one that a rule is known by comes first. */
const LEVELS = ['critical', 'warning'] as const;

/** The first layer that states each field. */
function firstPlaces(said: readonly Said[]): ReadonlyMap<RuleField, number> {
  const places = new Map<RuleField, number>();
  said.forEach((fields, place) =>
    fields.forEach((_, field) => {
      places.set(field, places.get(field) ?? place);
    })
  );
  return places;
}

function isSigned({ agreedFingerprint, agreedBy, agreedOn }: ReadVersion): boolean {
  return agreedFingerprint !== undefined || says(agreedBy) || says(agreedOn);
}

/** What became of a rule by its own fingerprint. */
function ownState(input: ReadVersion): Pick<Signature, 'state' | keyof Change> {
  const { agreedFingerprint } = input;
  if (agreedFingerprint === undefined) {
    return { state: 'unchecked' };
  }
  return agreedFingerprint === fingerprintOfVersion(input)
    ? { state: 'kept' }
    : { state: 'changed', ...changeOf(input) };
}

type Change = Pick<Signature, 'changedOn' | 'agreedValues'>;

/** A correction says its day; a version that is younger than what was agreed changed it when it began. */
function changeOf({ changedOn, validFrom, agreedOn, agreedValues }: ReadVersion): Change {
  const agreed = parseDay(agreedOn?.trim() ?? '');
  const began = parseDay(validFrom?.trim().slice(0, 'YYYY-MM-DD'.length) ?? '');
  const begun = agreed !== undefined && began !== undefined && began > agreed ? validFrom : undefined;
  return { changedOn: says(changedOn) ? changedOn : begun, agreedValues };
}

function says(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
