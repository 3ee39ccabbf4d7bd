import type { SoundState } from '../../protocol/wall/wallSound';
import type { Translate } from '../translate';

/** How it stands with the sound of a wall, and which key changes it. */
export function soundWords(t: Translate, sound: SoundState): string {
  switch (sound) {
    case 'on':
      return t('views.wall.sound-on', 'Sound on (M: mute)');
    case 'muted':
      return t('views.wall.sound-muted', 'Muted (M: sound on)');
    case 'blocked':
      return t('views.wall.sound-blocked', 'No sound yet: press any key once');
    case 'none':
      return t('views.wall.sound-none', 'No sound: this browser has none');
  }
}
