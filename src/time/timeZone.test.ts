import { parseDue } from './parseSchedule';
import { lacksSummerTime } from './timeZone';

describe('lacksSummerTime', () => {
  it.each(['EST', 'MST', 'HST', 'est'])('%s', (zone) => {
    expect(lacksSummerTime(zone)).toBe(true);
    expect(parseDue(`daily 07:00 ${zone}`)).toMatchObject({
      schedule: { times: [420] },
      minded: { code: 'noSummerTime', found: zone },
    });
  });

  it.each(['UTC', 'GMT', 'CET', 'America/New_York', 'America/Phoenix', 'EST5EDT', 'Asia/Tokyo'])('not %s', (zone) => {
    expect(lacksSummerTime(zone)).toBe(false);
    expect(parseDue(`daily 07:00 ${zone}`).minded).toBeUndefined();
  });
});
