import { roomFor } from './room';

it.each([
  [500, 500, 'enough'],
  [499, 500, 'little'],
  [240, 500, 'little'],
  [239, 500, 'least'],
  [239, 239, 'enough'],
])('seen in %d px, a card of %d px has %s', (seen, needed, room) => {
  expect(roomFor(seen, needed)).toBe(room);
});
