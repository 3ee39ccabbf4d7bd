import { workingMondays } from './calendar.mjs';
import { labelledHeader, timeSeriesCsv } from './csv.mjs';
import { lineAt, rounded } from './curve.mjs';
import { noiseOf } from './noise.mjs';
import { DAILY, RESPONSE_BY_REGION, ACCEPTANCE_BY_REGION, WEEKLY } from './salesMetrics.mjs';
import { DAY, yesterdayOf } from './time.mjs';

const WEEKS = 26;
const DAYS = WEEKS * 7;
/** The youngest days carry less noise, so that what the dashboards show today does not hang on the weekday. */
const CALM_DAYS = 10;
const CALM_NOISE = 0.3;

/** The CSVs of the sales dashboards by name: 26 weeks, each ending with its newest figure. */
export function salesCsvs(now) {
  const days = Array.from({ length: DAYS }, (_, row) => yesterdayOf(now) - (DAYS - 1 - row) * DAY);
  return {
    ...mapped(DAILY, (shape, name) =>
      timeSeriesCsv(days, [{ header: 'Value', values: dailyValues(name, shape, days) }])
    ),
    ...mapped(WEEKLY, (shape, name) => weeklyCsv(name, shape, now)),
    'lead-response-by-region': regionsCsv(RESPONSE_BY_REGION, 'response', days),
    'lead-acceptance-by-region': regionsCsv(ACCEPTANCE_BY_REGION, 'acceptance', days),
    'leads-by-region': regionsCsv(ACCEPTANCE_BY_REGION, 'leads', days),
  };
}

function mapped(shapes, toCsv) {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, toCsv(shape, name)]));
}

function regionsCsv(regions, figure, days) {
  return timeSeriesCsv(
    days,
    regions.map(({ region, zone, [figure]: shape }) => ({
      header: labelledHeader({
        region,
        team: `SDR ${region}`,
        channel: `#sdr-${slugOf(region)}`,
        ...(zone && { zone }),
      }),
      values: dailyValues(`${figure} ${region}`, shape, days),
    }))
  );
}

function dailyValues(
  name,
  { line, weekend = 0, noise, decimals, calmDays = CALM_DAYS, settling = [[0, 1]], missing = [] },
  days
) {
  const nextNoise = noiseOf(name);
  return days.map((day, row) => {
    const age = DAYS - 1 - row;
    const chance = nextNoise() * noise;
    const unrest = age < calmDays ? chance * CALM_NOISE : chance + (isWeekend(day) ? weekend : 0);
    return missing.includes(age) ? null : rounded((lineAt(line, age) + unrest) * lineAt(settling, age), decimals);
  });
}

/** The figures of weeks are stamped with their Friday. */
function weeklyCsv(name, { line, noise, decimals, late = 0 }, now) {
  const nextNoise = noiseOf(name);
  const fridays = workingMondays(now, WEEKS).map((monday) => monday - 3 * DAY);
  const values = fridays.map((_, row) => rounded(lineAt(line, WEEKS - 1 - row) + nextNoise() * noise, decimals));
  const given = WEEKS - late;
  return timeSeriesCsv(fridays.slice(0, given), [{ header: 'Value', values: values.slice(0, given) }]);
}

function isWeekend(time) {
  return [0, 6].includes(new Date(time).getUTCDay());
}

function slugOf(region) {
  return region.toLowerCase().replaceAll(' ', '-');
}
